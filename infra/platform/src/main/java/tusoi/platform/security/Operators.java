package tusoi.platform.security;

/** Lets pass who may do what touches all that the service keeps. infra/scope implements it. */
public interface Operators {
    /** 401 without an account, 403 without the right. */
    void require();
}
