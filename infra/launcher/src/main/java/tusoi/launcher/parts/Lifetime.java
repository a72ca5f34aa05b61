package tusoi.launcher.parts;

/** Whether a process outlives the JVM that starts it ({@code ./tusoi up}) or dies with it, SIGKILL included (tests). */
public enum Lifetime {
    DETACHED,
    WITH_PARENT
}
