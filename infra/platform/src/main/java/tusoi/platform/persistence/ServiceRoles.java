package tusoi.platform.persistence;

/** The three roles of a service's database. */
record ServiceRoles(String service) {
    String owner() {
        return service + "_owner";
    }

    String app() {
        return service + "_app";
    }

    String loader() {
        return service + "_loader";
    }
}
