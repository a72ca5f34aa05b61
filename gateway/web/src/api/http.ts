/** A refusal as the services and the gateway send it (RFC 9457 with code and remedy). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly remedy: string | null = null,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(detail);
    this.name = 'Problem';
  }

  static async of(response: Response): Promise<Problem> {
    const body = await readJson(response);
    const retryAfter = Number(response.headers.get('Retry-After'));
    return new Problem(
      response.status,
      text(body['code']) ?? `http-${response.status}`,
      text(body['detail']) ?? text(body['title']) ?? response.statusText,
      text(body['remedy']),
      Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
    );
  }

  static from(thrown: unknown): Problem {
    if (thrown instanceof Problem) {
      return thrown;
    }
    const timedOut = thrown instanceof DOMException && thrown.name === 'TimeoutError';
    return new Problem(0, timedOut ? 'timeout' : 'unreachable', '');
  }
}

export interface Answer<T> {
  readonly body: T;
  readonly text: string;
  readonly headers: Headers;
}

const TIMEOUT_MS = 35_000;

export type Query = Record<string, string | null | undefined>;

export function address(path: string, query: Query = {}): string {
  const wanted = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = wanted.map(([name, value]) => `${name}=${encode(value)}`).join('&');
  return search ? `${path}?${search}` : path;
}

export async function get<T>(url: string, signal?: AbortSignal): Promise<Answer<T>> {
  const response = await fetch(url, {
    headers: { Accept: 'application/json, application/problem+json', 'X-Requested-With': 'fetch' },
    credentials: 'same-origin',
    signal: either(signal),
  });
  if (!response.ok) {
    throw await Problem.of(response);
  }
  const body = await response.text();
  return { body: JSON.parse(body) as T, text: body, headers: response.headers };
}

/** Sends the page's own token along, which the gateway wants of everything that changes something. */
export async function post<T>(url: string, csrf: Csrf): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { Accept: 'application/json', [csrf.header]: cookie(csrf.cookie) },
    credentials: 'same-origin',
    signal: either(undefined),
  });
  if (!response.ok) {
    throw await Problem.of(response);
  }
  return (await response.json()) as T;
}

export interface Csrf {
  readonly header: string;
  readonly cookie: string;
}

function either(signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((it) => it.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

/** Commas, colons and slashes stay readable: the address is printed below each figure. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
