package tusoi.scope;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** 401 before a controller is called, where the token's subject has no account here or a locked one. */
class KnownCallers implements HandlerInterceptor {
    private final CallerAccount caller;

    KnownCallers(CallerAccount caller) {
        this.caller = caller;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        caller.current();
        return true;
    }
}
