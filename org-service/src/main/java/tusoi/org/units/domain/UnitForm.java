package tusoi.org.units.domain;

/** Đảng bộ or chi bộ. */
public enum UnitForm {
    PARTY_ORGANISATION,
    BRANCH
}
