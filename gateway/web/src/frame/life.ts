import type { Kin, Lineage, Slice } from '../api/org';

/** How a day lies to a unit's life. */
export type Stage = 'before' | 'alive' | 'after';

export function stageOn(history: readonly Slice[], day: string): Stage {
  if (history.some((slice) => slice.validFrom <= day && !isOver(slice, day))) {
    return 'alive';
  }
  return history.some((slice) => slice.validFrom <= day) ? 'after' : 'before';
}

export function firstDay(history: readonly Slice[]): string | null {
  return history.reduce<string | null>(
    (first, slice) => (first === null || slice.validFrom < first ? slice.validFrom : first),
    null,
  );
}

/** The last day of its life; null while it lives. */
export function lastDay(history: readonly Slice[]): string | null {
  const last = latest(history);
  return last?.validTo ? dayBefore(last.validTo) : null;
}

export function latest(history: readonly Slice[]): Slice | null {
  return history.reduce<Slice | null>((last, slice) => (last && last.validFrom > slice.validFrom ? last : slice), null);
}

/** Where somebody who has named no day finds the unit: on the usual day, else today, else on its last day. */
export function dayToShow(history: readonly Slice[], usual: string, today: string): string {
  if (stageOn(history, usual) === 'alive') {
    return usual;
  }
  return stageOn(history, today) === 'alive' ? today : (lastDay(history) ?? firstDay(history) ?? usual);
}

/** Those that stood for the unit on the day: of its line, as far as the changes up to the day, or since, had gone. */
export function standInsOn(lineage: Lineage, day: string, stage: Stage): readonly Kin[] {
  const line = stage === 'before' ? lineage.predecessors : stage === 'after' ? lineage.successors : [];
  const passed = line.filter((kin) => (stage === 'before' ? day < kin.on : kin.on <= day));
  const leading = new Set(passed.map((kin) => kin.via));
  const found = passed.filter((kin) => !leading.has(kin.id));
  return [...new Map(found.map((kin) => [kin.id, kin])).values()];
}

function isOver(slice: Slice, day: string): boolean {
  return Boolean(slice.validTo) && (slice.validTo as string) <= day;
}

function dayBefore(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}
