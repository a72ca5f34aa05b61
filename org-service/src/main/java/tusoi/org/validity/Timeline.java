package tusoi.org.validity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What held over valid time: slices in order, without overlap, neighbours with the same value joined. There may be gaps, as
 * when somebody left and came back. Every change answers a new timeline.
 */
public record Timeline<T>(List<Slice<T>> slices) {
    public Timeline {
        slices = List.copyOf(slices);
        if (slices.isEmpty()) {
            throw new IllegalArgumentException("A timeline has at least one slice");
        }
        for (int i = 1; i < slices.size(); i++) {
            LocalDate before = slices.get(i - 1).to();
            if (before == null || before.isAfter(slices.get(i).from())) {
                throw new IllegalArgumentException(
                        slices.get(i - 1) + " overlaps " + slices.get(i).from());
            }
        }
    }

    public static <T> Timeline<T> from(LocalDate from, T value) {
        return new Timeline<>(List.of(new Slice<>(from, null, value)));
    }

    public LocalDate start() {
        return slices.getFirst().from();
    }

    /** The day from which nothing holds any more; null while something holds on. */
    public @Nullable LocalDate end() {
        return slices.getLast().to();
    }

    public Slice<T> last() {
        return slices.getLast();
    }

    public Optional<T> on(LocalDate day) {
        return sliceOn(day).map(Slice::value);
    }

    public Optional<Slice<T>> sliceOn(LocalDate day) {
        for (Slice<T> slice : slices) {
            if (slice.holdsOn(day)) {
                return Optional.of(slice);
            }
        }
        return Optional.empty();
    }

    public List<Slice<T>> during(LocalDate from, @Nullable LocalDate to) {
        return slices.stream().filter(slice -> slice.meets(from, to)).toList();
    }

    /** Something holds on every day of {@code [from, to)}. */
    public boolean covers(LocalDate from, @Nullable LocalDate to) {
        LocalDate reached = from;
        for (Slice<T> slice : during(from, to)) {
            if (slice.from().isAfter(reached)) {
                return false;
            }
            if (slice.to() == null || (to != null && !slice.to().isBefore(to))) {
                return true;
            }
            reached = slice.to();
        }
        return false;
    }

    /**
     * Sets one attribute from a day on, until the day on which this attribute changes next: a change entered late leaves what
     * was decided for later days as it is.
     */
    public <A extends @Nullable Object> Timeline<T> change(
            LocalDate from, Function<T, A> attribute, UnaryOperator<T> set) {
        return set(from, nextChangeAfter(from, attribute), set);
    }

    /** Sets something on the days of {@code [from, to)} on which anything holds. */
    public Timeline<T> set(LocalDate from, @Nullable LocalDate to, UnaryOperator<T> set) {
        List<Slice<T>> changed = new ArrayList<>();
        for (Slice<T> slice : slices) {
            changed.addAll(split(slice, from, to, set));
        }
        return new Timeline<>(joined(changed));
    }

    /** The first day after {@code from} on which the attribute is another, or a gap begins; null if there is none. */
    public <A extends @Nullable Object> @Nullable LocalDate nextChangeAfter(LocalDate from, Function<T, A> attribute) {
        Slice<T> held = sliceOn(from).orElseThrow(() -> new IllegalArgumentException("Nothing holds on " + from));
        A before = attribute.apply(held.value());
        LocalDate reached = held.to();
        for (Slice<T> slice : slices) {
            if (!slice.from().isAfter(from)) {
                continue;
            }
            if (!slice.from().equals(reached) || !Objects.equals(attribute.apply(slice.value()), before)) {
                return reached;
            }
            reached = slice.to();
        }
        return reached;
    }

    /** The first day of the unbroken run that holds on the day, or else of the last one before it; the start if there is none. */
    public LocalDate startOfRunBefore(LocalDate day) {
        LocalDate start = start();
        LocalDate reached = null;
        for (Slice<T> slice : slices) {
            if (slice.from().isAfter(day)) {
                break;
            }
            if (!slice.from().equals(reached)) {
                start = slice.from();
            }
            reached = slice.to();
        }
        return start;
    }

    /** Goes on with a slice that begins on the day of the end or later. */
    public Timeline<T> then(Slice<T> slice) {
        List<Slice<T>> more = new ArrayList<>(slices);
        more.add(slice);
        return new Timeline<>(more);
    }

    /** The slice that begins on {@code on} begins on {@code to} instead; empty where nothing of it, or a former one, allows that. */
    public Optional<Timeline<T>> beginRunOn(LocalDate on, LocalDate to) {
        return replaced(
                slice -> slice.from().equals(on), slice -> new Slice<>(to, slice.to(), slice.value()), to, true);
    }

    /** The slice that ends on {@code on} ends on {@code to} instead; empty where nothing of it, or a later one, allows that. */
    public Optional<Timeline<T>> endRunOn(LocalDate on, LocalDate to) {
        return replaced(
                slice -> on.equals(slice.to()), slice -> new Slice<>(slice.from(), to, slice.value()), to, false);
    }

    private Optional<Timeline<T>> replaced(
            Predicate<Slice<T>> which, UnaryOperator<Slice<T>> change, LocalDate to, boolean start) {
        List<Slice<T>> changed = new ArrayList<>();
        for (Slice<T> slice : slices) {
            if (!which.test(slice)) {
                changed.add(slice);
                continue;
            }
            boolean empty = start ? slice.to() != null && !to.isBefore(slice.to()) : !to.isAfter(slice.from());
            if (empty) {
                return Optional.empty();
            }
            changed.add(change.apply(slice));
        }
        for (int i = 1; i < changed.size(); i++) {
            LocalDate end = changed.get(i - 1).to();
            if (end == null || end.isAfter(changed.get(i).from())) {
                return Optional.empty();
            }
        }
        return Optional.of(new Timeline<>(changed));
    }

    /** What held last holds until the day; null for on and on. */
    public Timeline<T> extendLastTo(@Nullable LocalDate day) {
        List<Slice<T>> changed = new ArrayList<>(slices.subList(0, slices.size() - 1));
        changed.add(new Slice<>(last().from(), day, last().value()));
        return new Timeline<>(changed);
    }

    /** Nothing holds from the day on. */
    public Timeline<T> endOn(LocalDate day) {
        List<Slice<T>> kept = new ArrayList<>();
        for (Slice<T> slice : slices) {
            if (slice.from().isBefore(day)) {
                kept.add(slice.holdsOn(day) ? new Slice<>(slice.from(), day, slice.value()) : slice);
            }
        }
        return new Timeline<>(kept);
    }

    private static <T> List<Slice<T>> split(
            Slice<T> slice, LocalDate from, @Nullable LocalDate until, UnaryOperator<T> set) {
        if (!slice.meets(from, until)) {
            return List.of(slice);
        }
        List<Slice<T>> parts = new ArrayList<>();
        LocalDate start = slice.from();
        if (start.isBefore(from)) {
            parts.add(new Slice<>(start, from, slice.value()));
            start = from;
        }
        boolean endsInside = until != null && (slice.to() == null || until.isBefore(slice.to()));
        parts.add(new Slice<>(start, endsInside ? until : slice.to(), set.apply(slice.value())));
        if (endsInside) {
            parts.add(new Slice<>(Objects.requireNonNull(until), slice.to(), slice.value()));
        }
        return parts;
    }

    private static <T> List<Slice<T>> joined(List<Slice<T>> slices) {
        List<Slice<T>> joined = new ArrayList<>();
        for (Slice<T> slice : slices) {
            Slice<T> previous = joined.isEmpty() ? null : joined.getLast();
            if (previous != null
                    && slice.from().equals(previous.to())
                    && previous.value().equals(slice.value())) {
                joined.set(joined.size() - 1, new Slice<>(previous.from(), slice.to(), previous.value()));
            } else {
                joined.add(slice);
            }
        }
        return joined;
    }
}
