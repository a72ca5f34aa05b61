import type { Freshness } from '../api/reporting';

/** An answer with how far it is complete. */
export interface Fresh {
  readonly freshness: Freshness;
}

export interface Kept<T extends Fresh> {
  readonly subject: string;
  readonly answer: T;
}

/**
 * What is to be shown of a subject: what is pushed; where nothing is pushed, what was last known, be it pushed or asked for. A page
 * whose stream is lost does not go back to the figures of when it was opened.
 */
export function latest<T extends Fresh>(subject: string, pushed: T | null, asked: T | null, kept: Kept<T> | null): T | null {
  if (pushed) {
    return pushed;
  }
  const last = kept?.subject === subject ? kept.answer : null;
  if (!last || !asked) {
    return asked ?? last;
  }
  return instant(asked) >= instant(last) ? asked : last;
}

function instant(answer: Fresh): number {
  return answer.freshness.watermark === null ? Number.NEGATIVE_INFINITY : Date.parse(answer.freshness.watermark);
}
