package tusoi.journey.entry;

import java.util.List;
import java.util.stream.Stream;
import tusoi.journey.api.Api;
import tusoi.journey.api.Freshness;
import tusoi.journey.register.BinhThuy;
import tusoi.journey.register.CaiRang;
import tusoi.journey.register.DemoUnit;
import tusoi.journey.register.District;
import tusoi.journey.register.VinhTuong;
import tusoi.launcher.installation.DemoUsers;

/** Everything that the demo enters, in the order in which it could have happened. */
public final class DemoData {
    private static final DemoUnit CITY = DemoUnit.organisation("CT", "Đảng bộ thành phố Cần Thơ", "PROVINCE", "");

    private final Desk desk;
    private final Accounts accounts;
    private final District binhThuy = BinhThuy.generate();
    private final District caiRang = CaiRang.generate();
    private final District vinhTuong = VinhTuong.generate();

    public DemoData(Api api, DemoUsers users, Says says) {
        this.desk = new Desk(api, says);
        this.accounts = new Accounts(desk, users);
    }

    /** May be interrupted and called again: what is there already is not entered twice. */
    public void enter() {
        List<String> wardsOfBinhThuy = wards(binhThuy);
        new UnitEntry(desk).find(CITY.code());
        desk.say("People sign in, the register is built");
        DistrictEntry west = new DistrictEntry(desk, accounts, binhThuy, wardsOfBinhThuy, BinhThuy.TRA_AN);
        DistrictEntry south = new DistrictEntry(desk, accounts, caiRang, List.of(CaiRang.LE_BINH), CaiRang.LE_BINH);
        DistrictEntry north = new DistrictEntry(desk, accounts, vinhTuong, List.of(), VinhTuong.THUONG_TRUNG);
        List<DemoAccount> city = DemoAccount.offices(CITY);
        List<DemoAccount> people = Stream.concat(
                        Stream.of(south, west, north).flatMap(district -> district.people().stream()), city.stream())
                .toList();
        Parallel.run(List.of(
                () -> accounts.signInOrder(people),
                south::enter,
                west::enter,
                north::enter,
                () -> accounts.enter(city)));
        Freshness freshness = desk.freshness();
        Parallel.each(List.of("review", "discipline"), service -> freshness.await(service, "org"));
        desk.say("The years pass: posts, cases, removals, reviews, study");
        Parallel.run(List.of(
                () -> new BinhThuyYear(desk, binhThuy, wardsOfBinhThuy).enter(),
                () -> new LeBinhYears(desk, caiRang).enter(),
                () -> new ThuongTrungYears(desk, vinhTuong).enter()));
        awaitFigures();
    }

    /** One event more than happened, for the test that sees the table go wrong: a seventh strike-off at Lê Bình. */
    public void strikeOneMoreOff() {
        UnitEntry units = new UnitEntry(desk);
        List.of(CaiRang.CODE, CaiRang.LE_BINH).forEach(units::find);
        new LeBinhYears(desk, caiRang).strikeOneMoreOff();
        desk.freshness().await("org", "discipline");
        awaitFigures();
    }

    /** Until reporting-service has heard of everything. */
    public void awaitFigures() {
        Freshness freshness = desk.freshness();
        Parallel.each(List.of("org", "review", "discipline"), producer -> freshness.await("reporting", producer));
    }

    private static List<String> wards(District district) {
        return district.bases().stream()
                .filter(base -> base.name().contains("phường"))
                .map(DemoUnit::code)
                .toList();
    }
}
