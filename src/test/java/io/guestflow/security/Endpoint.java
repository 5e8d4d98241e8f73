package io.guestflow.security;

import java.util.Comparator;

/**
 * Something that the running application answers.
 *
 * @param path as it is mapped, with placeholders
 */
record Endpoint(String method, String path) implements Comparable<Endpoint> {

    private static final String NOBODY_AND_NOTHING = "00000000-0000-4000-8000-00000000dead";
    private static final Comparator<Endpoint> BY_PATH = Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method);

    boolean writes() {
        return !method.equals("GET");
    }

    boolean under(String prefix) {
        return path.startsWith(prefix);
    }

    /** Where a request goes that names this engine, and beside it nothing that exists. */
    String address(String engine) {
        return path.replaceAll("(/engine-rest/engine|/api/engine/engine)/\\{[^}]*}", "$1/" + engine).replaceAll("\\{(engine|engineName|processEngineName)(:[^}]*)?}", engine)
                .replaceAll("\\{[^}]*}", NOBODY_AND_NOTHING).replace("**", "nothing").replace("$", "%24");
    }

    @Override
    public int compareTo(Endpoint other) {
        return BY_PATH.compare(this, other);
    }

    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
