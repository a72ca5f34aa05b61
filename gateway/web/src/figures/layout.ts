import type { TextKey } from '../text/vi';

/**
 * One card.
 *
 * @param leads what is printed large: the count, or its share of the base
 * @param by the dimension that is listed below it
 */
export interface CardPlan {
  readonly indicator: string;
  readonly leads: 'count' | 'share' | 'value';
  readonly by?: string;
}

export interface GroupPlan {
  readonly title: TextKey;
  readonly cards: readonly CardPlan[];
}

export const GROUPS: readonly GroupPlan[] = [
  {
    title: 'figures.group.units',
    cards: [
      { indicator: 'unit.count', leads: 'count', by: 'level' },
      { indicator: 'unit.branches', leads: 'count', by: 'kind' },
    ],
  },
  {
    title: 'figures.group.members',
    cards: [
      { indicator: 'member.count', leads: 'count', by: 'state' },
      { indicator: 'member.admission-target', leads: 'share' },
    ],
  },
  {
    title: 'figures.group.review',
    cards: [
      { indicator: 'review.units-completed', leads: 'share', by: 'level' },
      { indicator: 'review.members-reviewed', leads: 'share' },
      { indicator: 'review.good-or-better', leads: 'share' },
      { indicator: 'review.member-grades', leads: 'count', by: 'grade' },
      { indicator: 'review.members-excluded', leads: 'count', by: 'reason' },
      { indicator: 'review.unit-grade', leads: 'value' },
    ],
  },
  {
    title: 'figures.group.targets',
    cards: [{ indicator: 'target.achieved', leads: 'share', by: 'main' }],
  },
  {
    title: 'figures.group.discipline',
    cards: [
      { indicator: 'discipline.members', leads: 'count', by: 'form' },
      { indicator: 'removal.members', leads: 'count', by: 'ground' },
      { indicator: 'discipline.units', leads: 'count', by: 'form' },
    ],
  },
];

export interface MovementRow {
  readonly indicator: string;
  readonly sign: 1 | -1;
}

export const OPENING = 'member.opening';
export const CLOSING = 'member.closing';
export const MOVEMENTS: readonly MovementRow[] = [
  { indicator: 'member.admitted', sign: 1 },
  { indicator: 'member.readmitted', sign: 1 },
  { indicator: 'member.reinstated', sign: 1 },
  { indicator: 'member.registered', sign: 1 },
  { indicator: 'member.transferred-in', sign: 1 },
  { indicator: 'member.transferred-out', sign: -1 },
  { indicator: 'member.struck-off', sign: -1 },
  { indicator: 'member.withdrew', sign: -1 },
  { indicator: 'member.screened-out', sign: -1 },
  { indicator: 'member.expelled', sign: -1 },
  { indicator: 'member.deceased', sign: -1 },
];

export const CHILD_COLUMNS: readonly CardPlan[] = [
  { indicator: 'unit.branches', leads: 'count' },
  { indicator: 'member.count', leads: 'count' },
  { indicator: 'review.units-completed', leads: 'share' },
  { indicator: 'review.members-reviewed', leads: 'share' },
  { indicator: 'review.good-or-better', leads: 'share' },
  { indicator: 'discipline.members', leads: 'count' },
  { indicator: 'removal.members', leads: 'count' },
];

export const ALL_INDICATORS: readonly string[] = [
  ...GROUPS.flatMap((group) => group.cards.map((card) => card.indicator)),
  OPENING,
  ...MOVEMENTS.map((row) => row.indicator),
  CLOSING,
];
