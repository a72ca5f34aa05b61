import { address, get } from './http';

export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly form?: string | null;
  readonly kind?: string | null;
  readonly parentId?: string | null;
}

export interface TreeNode extends Unit {
  readonly children?: readonly TreeNode[];
}

export interface Me {
  readonly accountId: string;
  readonly username: string;
  readonly grants: readonly {
    readonly role: string;
    readonly unitId: string;
    readonly unitCode: string;
    readonly unitName: string;
  }[];
}

export interface When {
  readonly asOf: string;
  readonly knownAt: string | null;
}

/** A unit as it was in a part of its life; `validTo` is the first day on which that was over. */
export interface Slice extends Unit {
  readonly validFrom: string;
  readonly validTo?: string | null;
}

export interface Kin {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The unit one step nearer to the one asked for. */
  readonly via: string;
  /** The first day of what came after. */
  readonly on: string;
}

export interface Lineage {
  readonly predecessors: readonly Kin[];
  readonly successors: readonly Kin[];
}

const LEVELS_AT_ONCE = '2';

/** What the unit was, from its first day on; whatever day the page looks at. */
export async function readHistory(unit: string, knownAt: string | null, signal?: AbortSignal): Promise<readonly Slice[]> {
  return (await get<readonly Slice[]>(address(`/api/org/v1/units/${unit}/history`, { knownAt }), signal)).body;
}

/** What it was made of and what became of it, near kin first. */
export async function readLineage(unit: string, knownAt: string | null, signal?: AbortSignal): Promise<Lineage> {
  return (await get<Lineage>(address(`/api/org/v1/units/${unit}/lineage`, { knownAt }), signal)).body;
}

export async function readMe(signal?: AbortSignal): Promise<Me> {
  return (await get<Me>('/api/org/v1/me', signal)).body;
}

/** The unit with some levels under it. */
export async function readTree(root: string, when: When, signal?: AbortSignal): Promise<readonly TreeNode[]> {
  const url = address('/api/org/v1/tree', { root, asOf: when.asOf, knownAt: when.knownAt, depth: LEVELS_AT_ONCE });
  const { body } = await get<TreeNode | readonly TreeNode[] | { items: readonly TreeNode[] }>(url, signal);
  if (Array.isArray(body)) {
    return body as readonly TreeNode[];
  }
  return 'items' in body ? body.items : [body as TreeNode];
}

export async function findUnits(q: string, when: When, signal?: AbortSignal): Promise<readonly Unit[]> {
  const url = address('/api/org/v1/units', { q, asOf: when.asOf, knownAt: when.knownAt, size: '30' });
  return (await get<{ items: readonly Unit[] }>(url, signal)).body.items;
}

/** From the highest unit that the caller may see down to the unit itself. */
export async function readPath(id: string, when: When, signal?: AbortSignal): Promise<readonly Unit[]> {
  const path: Unit[] = [];
  let next: string | null = id;
  while (next !== null && path.length < 12) {
    const unit: Unit | null = await readUnit(next, when, signal);
    if (unit) {
      path.unshift(unit);
    }
    next = unit?.parentId ?? null;
  }
  return path;
}

async function readUnit(id: string, when: When, signal?: AbortSignal): Promise<Unit | null> {
  try {
    return (await get<Unit>(address(`/api/org/v1/units/${id}`, { asOf: when.asOf, knownAt: when.knownAt }), signal)).body;
  } catch (thrown) {
    if (signal?.aborted) {
      throw thrown;
    }
    return null;
  }
}
