package tusoi.org.reorganisations.drafts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation as it is sent, and, with every unit named by its id, as it is kept. Units are named by code or id; a unit that an
 * operation of the same reorganisation founds is named by its code.
 */
public record OperationBody(
        @NotNull Type type,
        @Nullable @Size(max = 64) String unit,
        @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> units,
        @Nullable @Size(max = 64) String into,
        @Nullable @Valid NewUnitBody found,
        @Nullable @Size(max = 200) List<@NotNull @Valid PartBody> parts,
        @Nullable @Size(max = 64) String parent,
        @Nullable @Size(max = 300) String name,
        @Nullable @Pattern(regexp = LEVELS) String level,
        @Nullable @Pattern(regexp = FORMS) String form,
        @Nullable @Pattern(regexp = KINDS) String kind,
        @Nullable @Size(max = 100) List<@NotBlank @Size(max = 64) String> predecessors,
        @Nullable @Size(max = 100) List<@NotBlank @Size(max = 64) String> successors,
        @Nullable @Size(max = 64) String childrenTo,
        @Nullable @Size(max = 64) String membersTo,
        @Nullable @Valid MeasureBody measure) {
    public static final String LEVELS =
            "CENTRAL|PROVINCE|DISTRICT|GRASSROOTS|SECTION_ORGANISATION|SUBORDINATE_ORGANISATION|BRANCH|PARTY_GROUP";
    public static final String FORMS = "PARTY_ORGANISATION|BRANCH";
    public static final String KINDS = "RESIDENTIAL|SCHOOL|AGENCY|POLICE|MILITARY|HEALTH|ENTERPRISE";

    public enum Type {
        ESTABLISH,
        MERGE,
        SPLIT,
        RE_PARENT,
        RENAME,
        LEVEL,
        KIND,
        END,
        DISSOLVE
    }

    /** The id is given by the register. */
    public record NewUnitBody(
            @Nullable UUID id,

            @NotBlank @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.\\-]*")
            String code,

            @NotBlank @Size(max = 300) String name,
            @NotNull @Pattern(regexp = LEVELS) String level,
            @NotNull @Pattern(regexp = FORMS) String form,
            @Nullable @Pattern(regexp = KINDS) String kind,
            @NotBlank @Size(max = 64) String parent) {}

    /** A part of a split: founded for this, or there already, with the units and members that go to it. */
    public record PartBody(
            @Nullable @Size(max = 64) String into,
            @Nullable @Valid NewUnitBody found,
            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> children,
            @Nullable @Size(max = 20000) List<@NotNull UUID> members) {}

    /** The decision of its own that a dissolution rests on; it works on the reorganisation's day. */
    public record MeasureBody(
            @NotBlank @Size(max = 100) String number,
            @NotBlank @Size(max = 300) String body,
            @NotNull LocalDate signedOn) {}
}
