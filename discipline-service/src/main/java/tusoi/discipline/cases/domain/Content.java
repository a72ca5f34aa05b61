package tusoi.discipline.cases.domain;

/** What was violated; the eleven headings of the statistics. A case may have several. */
public enum Content {
    DEMOCRATIC_CENTRALISM,
    ETHICS_LIFESTYLE,
    INTERNAL_UNITY,
    FORBIDDEN_ACTS,
    POPULATION_POLICY,
    CORRUPTION_DELIBERATE,
    IRRESPONSIBILITY,
    LAND_RESOURCES,
    FINANCE_CONSTRUCTION,
    ASSET_DECLARATION,
    OTHER
}
