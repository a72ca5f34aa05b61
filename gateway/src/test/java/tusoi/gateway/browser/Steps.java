package tusoi.gateway.browser;

import java.util.List;

/** What is looked at between sign-in and sign-out, in both journeys. */
final class Steps {
    private static final List<String> LOOKED_AT = List.of(
            "unit.count",
            "unit.branches",
            "member.count",
            "review.units-completed",
            "review.members-reviewed",
            "review.good-or-better",
            "removal.members");

    private Steps() {}

    static void through(FiguresJourney journey) {
        journey.lookAsOf(2022, "31/12/2022", "2022-12-31");
        LOOKED_AT.forEach(journey::figureIsTheApis);
        journey.freshnessIsTold();
        journey.chartHasATableBesideIt();
        journey.drillDownAndBack();
        journey.switchLanguage();
        journey.lookAsOf(2022, "30/11/2022", "2022-11-30");
        LOOKED_AT.forEach(journey::figureIsTheApis);
        journey.fitsAPhone();
        journey.worksByKeyboard();
        journey.browserHoldsNoToken();
    }
}
