package tusoi.platform.security;

import java.util.UUID;

/**
 * Names the account behind the current work, for events, audit and row policies. infra/scope implements it from the token's
 * subject; background work runs as {@link #SYSTEM}.
 */
public interface ActorIds {
    UUID SYSTEM = new UUID(0, 0);

    UUID current();
}
