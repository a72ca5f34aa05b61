package tusoi.platform.rules;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rule profiles this service decides by, with their citations. */
@RestController
class ProfilesController {
    private final RuleProfiles profiles;

    ProfilesController(RuleProfiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/api/${tusoi.service}/v1/profiles")
    List<RuleProfile> profiles() {
        return profiles.all();
    }
}
