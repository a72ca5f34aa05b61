package tusoi.discipline.notices;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.discipline.members.UnitReferences;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Grounds that the register has found, for whoever may open a removal; those taken back only where they are asked for. */
@RestController
@RequestMapping("/api/discipline/v1/ground-notices")
class GroundNoticeController {
    private final GroundNoticeQueries queries;
    private final UnitReferences units;

    GroundNoticeController(GroundNoticeQueries queries, UnitReferences units) {
        this.queries = queries;
        this.units = units;
    }

    @GetMapping
    Page<GroundNotice> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(defaultValue = "false") boolean withdrawn,
            PageRequest page) {
        return queries.list(unit == null ? null : units.resolve(unit), member, withdrawn, page);
    }

    @GetMapping("/{id}")
    GroundNotice byId(@PathVariable UUID id) {
        return queries.byId(id);
    }
}
