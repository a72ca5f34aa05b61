package tusoi.org.dues;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.dues.DuesCommand.CorrectPayment;
import tusoi.org.dues.DuesCommand.EnterBook;
import tusoi.org.dues.DuesStore.Answered;
import tusoi.org.dues.DuesStore.Entry;
import tusoi.org.dues.DuesStore.Stored;
import tusoi.org.dues.domain.DuesRules;
import tusoi.org.dues.domain.Payment;
import tusoi.org.dues.domain.Payment.Known;
import tusoi.org.dues.domain.Relief;
import tusoi.org.dues.reliefs.ReliefDirectory;
import tusoi.org.roster.AtHome;
import tusoi.org.roster.BranchBooks;
import tusoi.org.roster.Roster;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.rules.UnansweredWarnings;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.time.TransactionClock;

/** A branch's month in one transaction: each payment is taken or refused for itself, however many there are. */
@Component
class DuesCommandHandler {
    private final BranchBooks books;
    private final Roster roster;
    private final ReliefDirectory reliefs;
    private final DuesStore store;
    private final Papers papers;

    DuesCommandHandler(BranchBooks books, Roster roster, ReliefDirectory reliefs, DuesStore store, Papers papers) {
        this.books = books;
        this.roster = roster;
        this.reliefs = reliefs;
        this.store = store;
        this.papers = papers;
    }

    /** What every command writes with or looks up. */
    @Component
    record Papers(Clock clock, TransactionClock recorded, RuleProfiles profiles, Audit audit) {
        LocalDate today() {
            return BusinessDays.today(clock);
        }
    }

    /** An item's end: taken at a version, or refused by what is thrown. */
    record Outcome(int index, long version, @Nullable RuntimeException refused) {}

    @Transactional
    List<Outcome> handle(EnterBook command) {
        UUID unit = command.unit().value();
        books.requireKeep(unit);
        store.lockOf(unit);
        requireClosable(command);
        Instant recordedAt = papers.recorded().recordedAt();
        RuleProfile profile =
                papers.profiles().on(DuesRules.TOPIC, command.month().atDay(1));
        List<UUID> members = command.payments().stream().map(Payment::member).toList();
        Month month = new Month(
                roster
                        .during(
                                unit,
                                command.month().atDay(1),
                                command.month().plusMonths(1).atDay(1))
                        .stream()
                        .map(AtHome::memberId)
                        .collect(Collectors.toSet()),
                store.stored(members, command.month()),
                reliefs.of(members, command.month()),
                store.known(command.payments().stream()
                        .map(Payment::receivedBy)
                        .filter(Objects::nonNull)
                        .toList()));
        List<Outcome> outcomes = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (Payment payment : command.payments()) {
            int index = outcomes.size();
            try {
                if (!seen.add(payment.member())) {
                    throw ProblemException.duplicate("memberId", "Named twice");
                }
                Entry entry = entry(payment, month, profile, command.overrides());
                entries.add(entry);
                outcomes.add(new Outcome(index, entry.version(), null));
            } catch (ProblemException | RuleViolation | UnansweredWarnings refused) {
                outcomes.add(new Outcome(index, 0, refused));
            }
        }
        store.save(unit, entries, books.account(), recordedAt);
        entries.forEach(entry -> audit("org.dues-paid", unit, null, entry));
        close(command, recordedAt);
        return outcomes;
    }

    /** What is known of a branch's month, asked once for all. */
    private record Month(
            Set<UUID> atHome, Map<UUID, Stored> stored, Map<UUID, List<Relief>> reliefs, Set<UUID> receivers) {}

    private Entry entry(Payment payment, Month month, RuleProfile profile, Overrides overrides) {
        Stored stored = month.stored().get(payment.member());
        if (stored != null && !stored.isVoid()) {
            throw ProblemException.duplicate("memberId", "The month is paid; correct it where it is wrong");
        }
        requireReceiver(payment, month.receivers());
        Known known = new Known(
                papers.today(),
                month.atHome().contains(payment.member()),
                month.reliefs().getOrDefault(payment.member(), List.of()));
        Accepted<Payment, Payment> accepted = payment.enter(known, profile).orThrow(overrides);
        return new Entry(
                payment,
                stored == null ? 1 : stored.version() + 1,
                false,
                null,
                profile.code(),
                answered(accepted, overrides));
    }

    private static void requireReceiver(Payment payment, Set<UUID> known) {
        UUID receiver = payment.receivedBy();
        if (receiver != null && !known.contains(receiver)) {
            throw ProblemException.unreadable(
                    "receivedBy", "It is no member of the register", "Name a member, or none");
        }
    }

    private void requireClosable(EnterBook command) {
        LocalDate closedOn = command.closedOn();
        if (closedOn != null
                && (closedOn.isAfter(papers.today())
                        || closedOn.isBefore(command.month().atDay(1)))) {
            throw new RuleViolation(
                    DuesRules.ORG_111,
                    "A book is closed in its month or later, on a day that has come",
                    Map.of("closedOn", closedOn, "month", command.month().toString()));
        }
    }

    private void close(EnterBook command, Instant recordedAt) {
        UUID unit = command.unit().value();
        LocalDate closedOn = command.closedOn();
        if (closedOn != null && store.close(unit, command.month(), closedOn, books.account(), recordedAt)) {
            papers.audit()
                    .changed(
                            "org.dues-book-closed",
                            "unit",
                            unit,
                            unit,
                            null,
                            Map.of("month", command.month().toString(), "closedOn", closedOn),
                            null);
        }
    }

    @Transactional
    void handle(CorrectPayment command) {
        if (!store.known(List.of(command.member())).contains(command.member())) {
            throw ProblemException.notFound("The payment");
        }
        Stored stored = store.lock(command.member(), command.month());
        books.requireKeep(stored.unit());
        command.expected().mustBe(stored.version());
        YearMonth month = command.month();
        RuleProfile profile = papers.profiles().on(DuesRules.TOPIC, month.atDay(1));
        Payment corrected = command.corrected();
        List<Answered> answered = List.of();
        if (corrected != null) {
            UUID receiver = corrected.receivedBy();
            requireReceiver(corrected, receiver == null ? Set.of() : store.known(List.of(receiver)));
            Known known = new Known(
                    papers.today(),
                    true,
                    reliefs.of(List.of(command.member()), month).getOrDefault(command.member(), List.of()));
            answered = answered(corrected.enter(known, profile).orThrow(command.overrides()), command.overrides());
        }
        Entry entry = new Entry(
                corrected == null ? stored.payment() : corrected,
                stored.version() + 1,
                corrected == null,
                command.reason(),
                profile.code(),
                answered);
        store.save(
                stored.unit(),
                List.of(entry),
                books.account(),
                papers.recorded().recordedAtAfter(stored.recordedAt()));
        audit("org.dues-corrected", stored.unit(), stored, entry);
    }

    private void audit(String action, UUID unit, @Nullable Stored before, Entry entry) {
        papers.audit()
                .changed(
                        action,
                        "member",
                        entry.payment().member(),
                        unit,
                        before == null ? null : Written.of(before.payment(), before.isVoid()),
                        Written.of(entry.payment(), entry.isVoid()),
                        entry.reason());
    }

    /** As the audit keeps it: nobody's salary. */
    private record Written(String month, long amount, String category, LocalDate paidOn, boolean isVoid) {
        static Written of(Payment payment, boolean isVoid) {
            return new Written(
                    payment.month().toString(),
                    payment.amount(),
                    payment.category().name(),
                    payment.paidOn(),
                    isVoid);
        }
    }

    private static List<Answered> answered(Accepted<Payment, Payment> accepted, Overrides overrides) {
        return accepted.warnings().stream()
                .map(warning -> new Answered(
                        warning.rule().code(),
                        warning.detail(),
                        overrides.reasonsByRule().getOrDefault(warning.rule().code(), "")))
                .toList();
    }
}
