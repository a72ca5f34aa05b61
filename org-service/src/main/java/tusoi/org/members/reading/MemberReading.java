package tusoi.org.members.reading;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.org.reads.ReadTrail;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Reads of persons: within the scope, and with a trace of who read a file or took a list away. */
@Component
public class MemberReading {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int CHECK_EVERY_LINES = 500;

    private final Scope scope;
    private final MemberQueries queries;
    private final Audit audit;
    private final ReadTrail trail;

    MemberReading(Scope scope, MemberQueries queries, Audit audit, ReadTrail trail) {
        this.trail = trail;
        this.scope = scope;
        this.queries = queries;
        this.audit = audit;
    }

    public Page<MemberView> list(MemberQueries.Wanted wanted, PageRequest page) {
        require(wanted);
        return queries.list(wanted, page);
    }

    public MemberView.File file(UUID id, @Nullable Instant knownAt) {
        scope.account();
        MemberView.File file = queries.file(id, knownAt).orElseThrow(() -> ProblemException.notFound("The member"));
        audit.read("org.member-read", "member", id, file.slices().getLast().homeUnitId());
        return file;
    }

    /** Before the first byte leaves. */
    public void auditExport(MemberQueries.Wanted wanted) {
        require(wanted);
        UUID unit = wanted.unit();
        trail.list("org.members-exported", unit == null ? null : unit.toString());
    }

    /** Line by line as the rows come; a byte order mark first, so that spreadsheets read it as UTF-8. */
    public void export(MemberQueries.Wanted wanted, PrintWriter out) {
        out.write(BYTE_ORDER_MARK);
        out.write(Csv.line(
                "unit_code",
                "unit_name",
                "member_ref",
                "full_name",
                "birth_date",
                "gender",
                "admitted_on",
                "recognised_on",
                "since",
                "state",
                "exempt",
                "suspended"));
        AtomicInteger lines = new AtomicInteger();
        queries.stream(wanted, member -> {
            out.write(Csv.line(
                    member.unitCode(),
                    member.unitName(),
                    member.reference(),
                    member.fullName(),
                    member.birthDate(),
                    member.gender(),
                    member.admittedOn(),
                    member.recognisedOn(),
                    member.since(),
                    member.state(),
                    member.exempt(),
                    member.suspended()));
            if (lines.incrementAndGet() % CHECK_EVERY_LINES == 0 && out.checkError()) {
                throw new UncheckedIOException(new IOException("The reader went away"));
            }
        });
        out.flush();
    }

    private void require(MemberQueries.Wanted wanted) {
        scope.account();
        UUID unit = wanted.unit();
        if (unit != null) {
            scope.require(Right.MEMBER_READ, unit);
        }
    }
}
