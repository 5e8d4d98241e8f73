package io.guestflow.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The bare engine in a process of its own, asked line by line. */
final class BareProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;

    /** Comes back when the engine is ready. */
    BareProcess(Path folder, List<String> jvm, List<String> settings) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareEngine.class.getName()));
        command.addAll(settings);
        process = new ProcessBuilder(command).redirectError(folder.resolve("bare-errors.log").toFile()).start();
        answers = process.inputReader();
        questions = new PrintStream(process.getOutputStream(), true);
        answer();
    }

    /** @param withLetters whether each life cycle has an instance of {@code letter-delivery} */
    double perSecond(boolean withLetters, int clients, Duration time) throws IOException {
        questions.println(withLetters + " " + clients + " " + time);
        return Double.parseDouble(answer());
    }

    @Override
    public void close() throws InterruptedException {
        questions.close();
        process.waitFor();
    }

    private String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(BareEngine.ANSWER)) {
                return line.substring(BareEngine.ANSWER.length());
            }
        }
        throw new IllegalStateException("The bare engine has ended; see its log.");
    }
}
