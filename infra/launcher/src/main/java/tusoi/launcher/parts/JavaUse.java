package tusoi.launcher.parts;

import java.util.List;

/**
 * What the JVMs of an installation are started for.
 *
 * @param recordsCaches whether they record an {@link AotCache} for later starts
 * @param compilesLater whether the second compiler may take the cores only for what runs ten times as often as it would by default
 */
public record JavaUse(boolean recordsCaches, boolean compilesLater) {
    /** To be worked with: at full speed within a minute. */
    public static final JavaUse WORK = new JavaUse(true, false);

    /** To be looked at: a start and a few thousand requests, which have the cores to themselves. */
    public static final JavaUse LOOK = new JavaUse(true, true);

    /** The same, by something that is not started again. */
    public JavaUse once() {
        return new JavaUse(false, compilesLater);
    }

    List<String> options() {
        return compilesLater ? JavaProgram.SECOND_COMPILER_LATER : List.of();
    }
}
