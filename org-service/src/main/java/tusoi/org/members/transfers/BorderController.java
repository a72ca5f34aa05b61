package tusoi.org.members.transfers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.ids.MemberId;
import tusoi.org.members.commands.DecisionBody;
import tusoi.org.members.commands.PersonBody;
import tusoi.org.members.domain.MemberState;
import tusoi.org.members.domain.NewMember;
import tusoi.org.members.transfers.TransferCommand.ReceiveAgain;
import tusoi.org.members.transfers.TransferCommand.ReceiveNewcomer;
import tusoi.org.members.transfers.TransferCommand.SendOutside;
import tusoi.org.members.transfers.TransferQueries.TransferView;
import tusoi.org.text.Texts;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.time.BusinessDays;

/** Transfers across the border of the register. */
@RestController
@RequestMapping("/api/org/v1/transfers/outside")
class BorderController {
    private final BorderCommandHandler handler;
    private final TransferQueries queries;
    private final UnitDirectory directory;
    private final Clock clock;

    BorderController(BorderCommandHandler handler, TransferQueries queries, UnitDirectory directory, Clock clock) {
        this.handler = handler;
        this.queries = queries;
        this.directory = directory;
        this.clock = clock;
    }

    record DepartureBody(
            @NotNull UUID memberId,
            @NotBlank @Size(max = 300) String organisation,
            @NotNull LocalDate on,
            @NotNull @Valid DecisionBody decision) {}

    record ReturnBody(
            @NotNull UUID memberId,
            @NotBlank @Size(max = 64) String unitId,
            @NotBlank @Size(max = 300) String organisation,
            @NotNull LocalDate on,
            @NotNull @Valid DecisionBody decision) {}

    record ArrivalBody(
            @NotBlank @Size(max = 64) String unitId,
            @NotBlank @Size(max = 300) String organisation,
            @NotBlank @Size(max = 200) String fullName,
            @NotNull LocalDate birthDate,
            @NotNull @Pattern(regexp = PersonBody.GENDER) String gender,

            @NotNull @Pattern(regexp = PersonBody.IDENTIFIER)
            String personIdentifier,

            @NotNull LocalDate on,
            @NotNull LocalDate admittedOn,
            @Nullable LocalDate recognisedOn,
            @NotNull MemberState state,
            @NotNull @Valid DecisionBody decision) {}

    @PostMapping("/departures")
    ResponseEntity<TransferView> depart(@RequestBody @Valid DepartureBody body) {
        return made(handler.handle(new SendOutside(
                new MemberId(body.memberId()),
                Texts.clean(body.organisation()),
                body.on(),
                body.decision().basis())));
    }

    @PostMapping("/returns")
    ResponseEntity<TransferView> comeBack(@RequestBody @Valid ReturnBody body) {
        return made(handler.handle(new ReceiveAgain(
                new MemberId(body.memberId()),
                directory.resolve(body.unitId()),
                Texts.clean(body.organisation()),
                body.on(),
                body.decision().basis())));
    }

    @PostMapping("/arrivals")
    ResponseEntity<TransferView> arrive(@RequestBody @Valid ArrivalBody body) {
        NewMember member = new NewMember(
                directory.resolve(body.unitId()),
                body.on(),
                body.birthDate(),
                body.admittedOn(),
                body.recognisedOn(),
                body.state(),
                false);
        return made(handler.handle(new ReceiveNewcomer(
                PersonBody.identity(body.fullName(), body.birthDate(), body.gender(), body.personIdentifier()),
                member,
                Texts.clean(body.organisation()),
                body.decision().basis())));
    }

    private ResponseEntity<TransferView> made(UUID id) {
        TransferView view = queries.byId(id, TransferQueries.Look.now(BusinessDays.today(clock)));
        return ResponseEntity.created(URI.create("/api/org/v1/transfers/" + id))
                .eTag("\"" + view.version() + "\"")
                .body(view);
    }
}
