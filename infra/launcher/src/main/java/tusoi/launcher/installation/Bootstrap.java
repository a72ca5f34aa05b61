package tusoi.launcher.installation;

import java.util.Map;

/** The first user and the root of the register, which org-service makes when its register is empty. */
final class Bootstrap {
    static final NewUser ADMINISTRATOR = new NewUser("quantri", "Quản trị", "REGISTER_ADMINISTRATOR", "CT");

    private Bootstrap() {}

    static Map<String, String> environment(DemoUsers users) {
        return users.user(ADMINISTRATOR.username())
                .map(user -> Map.of(
                        "TUSOI_BOOTSTRAP_SUBJECT", user.subject(),
                        "TUSOI_BOOTSTRAP_USERNAME", user.username(),
                        "TUSOI_BOOTSTRAP_UNIT_CODE", "CT",
                        "TUSOI_BOOTSTRAP_UNIT_NAME", "Đảng bộ thành phố Cần Thơ",
                        "TUSOI_BOOTSTRAP_UNIT_LEVEL", "PROVINCE",
                        "TUSOI_BOOTSTRAP_UNIT_SINCE", "2004-01-01"))
                .orElse(Map.of());
    }
}
