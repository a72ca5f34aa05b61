package tusoi.journey.reform;

import java.util.List;
import tusoi.journey.api.Api;
import tusoi.journey.api.Freshness;
import tusoi.journey.entry.Parallel;
import tusoi.journey.entry.ReorganisationEntry;
import tusoi.journey.entry.Says;
import tusoi.journey.figures.Recut;
import tusoi.launcher.installation.DemoUsers;

/** Enters the reform as the city's organisation department would, and lets people go along with their units. */
public final class Reform {
    private static final String OFFICE = "ct.tochuc";
    private static final String READER = "quantri";

    private final Api api;
    private final DemoUsers users;
    private final Says says;
    private final ReformPlan plan = new ReformPlan();

    public Reform(Api api, DemoUsers users, Says says) {
        this.api = api;
        this.users = users;
        this.says = says;
    }

    /** The facts of before under the tree of the reform's day, for somebody who may see every part of them. */
    public static Recut recut(Api api, String reader) {
        return new Recut(api, reader, ReformPlan.CITY, ReformPlan.DAY.toString(), new ReformPlan().mergers());
    }

    /** May be interrupted and called again; when it returns everybody has heard of it. */
    public void enter() {
        says.say("1 July 2025: the district level ends, wards merge");
        new ReorganisationEntry(api, says).enter(OFFICE, plan.draft(), "demo/reform");
        says.say("  confirmed; people go along with their units");
        new Movers(api, users).move(plan.successors());
        Freshness freshness = new Freshness(api, READER);
        Parallel.each(List.of("review", "discipline", "reporting"), service -> freshness.await(service, "org"));
    }
}
