import { address, get } from './http';

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export interface Indicator {
  readonly id: string;
  readonly kind: string;
  readonly text: Bilingual;
  readonly counts: Bilingual;
  readonly denominatorName?: string | null;
  readonly dimensions: readonly { readonly id: string; readonly text: Bilingual; readonly additive: boolean }[];
  readonly version: number;
}

export interface Part {
  readonly keys: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, unknown>> | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
}

export interface Breakdown {
  readonly by: readonly string[];
  readonly additive: boolean;
  readonly parts: readonly Part[];
  readonly unplaced?: unknown;
  /** The right that is missing for parts under five; there are no parts then. */
  readonly restricted?: string | null;
}

export interface Figure {
  readonly indicator: string;
  readonly kind: string;
  readonly definitionVersion: number;
  readonly value?: number | string | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly denominatorName?: string | null;
  readonly ratio?: number | null;
  readonly profile?: string | null;
  readonly absent?: string | null;
  readonly breakdown?: Breakdown | null;
}

export interface Figures {
  readonly unit: {
    readonly id: string;
    readonly code: string | null;
    readonly name: string | null;
    readonly level: string | null;
  };
  readonly span: { readonly from: string; readonly to: string };
  readonly asOf: string;
  readonly knownAt: string;
  readonly figures: readonly Figure[];
}

export interface Freshness {
  readonly watermark: string | null;
  readonly ageMs: number | null;
}

export interface Question {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly cycle: string;
}

export interface FiguresAnswer {
  readonly figures: Figures;
  readonly text: string;
  readonly freshness: Freshness;
  readonly url: string;
}

export async function readIndicators(signal?: AbortSignal): Promise<readonly Indicator[]> {
  return (await get<{ items: readonly Indicator[] }>('/api/reporting/v1/indicators', signal)).body.items;
}

export function figuresAddress(question: Question, indicators: readonly string[], by: readonly string[] = []): string {
  return address('/api/reporting/v1/figures', {
    unit: question.unit,
    indicators: indicators.join(','),
    from: question.from,
    to: question.to,
    asOf: question.asOf,
    knownAt: question.knownAt,
    cycle: indicators.some((it) => it.startsWith('review.')) ? question.cycle : null,
    by: by.join(','),
  });
}

export async function readFigures(
  question: Question,
  indicators: readonly string[],
  by: readonly string[],
  signal?: AbortSignal,
): Promise<FiguresAnswer> {
  const url = figuresAddress(question, indicators, by);
  const answer = await get<Figures>(url, signal);
  const age = Number(answer.headers.get('Tusoi-Watermark-Age-Ms') ?? Number.NaN);
  return {
    figures: answer.body,
    text: answer.text,
    url,
    freshness: { watermark: answer.headers.get('Tusoi-Watermark'), ageMs: Number.isFinite(age) ? age : null },
  };
}
