import { type Csrf, get, post } from './http';

export interface Session {
  readonly authenticated: boolean;
  readonly username?: string | null;
  readonly displayName?: string | null;
  readonly signIn: string;
  readonly signOut: string;
  readonly csrf?: Csrf;
}

const RETURN_TO = 'tusoi.return-to';

export async function readSession(signal?: AbortSignal): Promise<Session> {
  return (await get<Session>('/api/session', signal)).body;
}

/** Where the page was is kept for the way back; Keycloak's answer always arrives at the front door. */
export function rememberPlace(): void {
  sessionStorage.setItem(RETURN_TO, location.search);
}

export function returnToPlace(): void {
  const search = sessionStorage.getItem(RETURN_TO);
  sessionStorage.removeItem(RETURN_TO);
  if (search && location.search === '') {
    history.replaceState(null, '', location.pathname + search);
  }
}

export async function signOut(session: Session): Promise<void> {
  const csrf = session.csrf ?? { header: 'X-XSRF-TOKEN', cookie: 'XSRF-TOKEN' };
  const { location: next } = await post<{ location: string }>(session.signOut, csrf);
  location.assign(next);
}
