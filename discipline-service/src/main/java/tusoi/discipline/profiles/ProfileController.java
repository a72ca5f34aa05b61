package tusoi.discipline.profiles;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;

@RestController
@RequestMapping("/api/discipline/v1/profiles")
class ProfileController {
    private final RuleProfiles profiles;

    ProfileController(RuleProfiles profiles) {
        this.profiles = profiles;
    }

    /** All of them, with citations and marks, so that anybody sees what is unconfirmed. */
    @GetMapping
    List<RuleProfile> all() {
        return profiles.all();
    }
}
