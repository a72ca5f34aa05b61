package tusoi.bench;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A made-up district for measuring: one district, bases of fifty branches each. */
final class Register {
    private static final int BRANCHES_A_BASE = 50;

    private final Api api;

    Register(Api api) {
        this.api = api;
    }

    record Branch(String id, String code) {}

    /** One district with bases of fifty branches. */
    List<Branch> branches(int count) throws IOException, InterruptedException {
        String district = api.establish("DO", "CT", "DISTRICT", "PARTY_ORGANISATION");
        var branches = new ArrayList<Branch>();
        String base = "";
        for (int i = 0; i < count; i++) {
            String baseCode = "DO.%03d".formatted(i / BRANCHES_A_BASE);
            if (i % BRANCHES_A_BASE == 0) {
                base = api.establish(baseCode, district, "GRASSROOTS", "PARTY_ORGANISATION");
            }
            String code = baseCode + ".%02d".formatted(i % BRANCHES_A_BASE);
            branches.add(new Branch(api.establish(code, base, "BRANCH", "BRANCH"), code));
        }
        return branches;
    }

    /** Without diacritics, as it is typed on a foreign keyboard. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }
}
