package io.guestflow.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** What the scenarios have measured: each figure on the console at once, and all of them in one table when the last scenario has ended. */
final class Figures implements BeforeAllCallback {

    private static final Path TABLE = Path.of("target", "faults.md");
    private static final List<String> ROWS = new CopyOnWriteArrayList<>();

    static void print(String scenario, String figure, Object value) {
        String row = "| %s | %s | %s |".formatted(scenario, figure, value);
        ROWS.add(row);
        System.out.println(row);
    }

    @Override
    public void beforeAll(ExtensionContext scenario) {
        scenario.getRoot().getStore(Namespace.create(Figures.class)).getOrComputeIfAbsent(TABLE, table -> (CloseableResource) Figures::write);
    }

    private static void write() throws IOException {
        String table = "| scenario | figure | value |\n|---|---|---|\n" + String.join("\n", ROWS) + "\n";
        Files.writeString(TABLE, table);
        System.out.println(table);
    }
}
