package tusoi.org.grounds;

import java.time.LocalDate;

/** Looks for grounds once, by what was paid and held up to the day; returns how many versions it wrote. */
public interface Sweep {
    int sweep(LocalDate today);
}
