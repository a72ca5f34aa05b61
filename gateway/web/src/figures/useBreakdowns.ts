import { type Breakdown, type Indicator, type Question, readFigures } from '../api/reporting';
import { useLoaded } from '../api/useLoaded';
import { GROUPS } from './layout';

/** The lists below the cards, one request a dimension; a list that is refused is left out, its card stays. */
export function useBreakdowns(
  question: Question | null,
  subject: string,
  known: ReadonlyMap<string, Indicator>,
): ReadonlyMap<string, Breakdown> {
  const loaded = useLoaded(
    question ? JSON.stringify(question) : null,
    async (signal) => {
      const lists = [...wantedByDimension(known)].map(async ([dimension, indicators]) => {
        const answer = await readFigures(question as Question, indicators, [dimension], signal).catch(() => null);
        return (answer?.figures.figures ?? []).flatMap((figure) =>
          figure.breakdown ? [[`${figure.indicator} ${dimension}`, figure.breakdown] as const] : [],
        );
      });
      return new Map((await Promise.all(lists)).flat());
    },
    subject,
  );
  return loaded.value ?? new Map();
}

function wantedByDimension(known: ReadonlyMap<string, Indicator>): ReadonlyMap<string, string[]> {
  const wanted = new Map<string, string[]>();
  for (const { indicator, by } of GROUPS.flatMap((group) => group.cards)) {
    if (by && known.get(indicator)?.dimensions.some((it) => it.id === by)) {
      wanted.set(by, [...(wanted.get(by) ?? []), indicator]);
    }
  }
  return wanted;
}
