package tusoi.org.reads;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The answer tells of persons: an audit row is written before it leaves, or it does not leave. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonalRead {
    /** What the trail calls it, such as {@code org.dues-read}. */
    String value();

    /** What the id in the path is of; without one the unit in the query is read, or all that the caller answers for. */
    Of of() default Of.UNIT;

    /** What can be read by its id. */
    enum Of {
        UNIT,
        MEMBER,
        ACCOUNT,
        PROSPECT,
        TRANSFER,
        MEETING,
        STUDY,
        ATTENDANCE_ITEM,
        WORKING_RULES,
        IMPORT,
        REORGANISATION
    }
}
