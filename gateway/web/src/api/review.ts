import { get } from './http';

/** The year of the latest cycle that the caller may see; null where there is none, or the service is away. */
export async function readLatestYear(signal?: AbortSignal): Promise<number | null> {
  try {
    const { body } = await get<{ items: readonly { readonly year: number }[] }>('/api/review/v1/cycles?size=200', signal);
    return body.items.length > 0 ? Math.max(...body.items.map((cycle) => cycle.year)) : null;
  } catch (thrown) {
    if (signal?.aborted) {
      throw thrown;
    }
    return null;
  }
}
