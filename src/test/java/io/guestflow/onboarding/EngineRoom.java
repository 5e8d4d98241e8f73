package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guestflow.guest.LetterNotDelivered;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a test does to the engine by hand, and what it finds in the engine's tables. */
class EngineRoom {

    private final ProcessEngine engine;
    private final JdbcClient jdbc;

    EngineRoom(ProcessEngine engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    List<ProcessInstance> running(String model, Object guest) {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(model)
                .processInstanceBusinessKey(guest.toString()).list();
    }

    ProcessInstance only(String model, Object guest) {
        assertThat(running(model, guest)).hasSize(1);
        return running(model, guest).get(0);
    }

    Job job(ProcessInstance instance, String element) {
        return engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).activityId(element).singleResult();
    }

    void run(ProcessInstance instance, String element) {
        engine.getManagementService().executeJob(job(instance, element).getId());
    }

    /** Runs the job of a letter, which nobody takes, until it has no retries left. */
    void failForGood(ProcessInstance instance, String element) {
        String job = job(instance, element).getId();
        var management = engine.getManagementService();
        while (management.createJobQuery().jobId(job).singleResult().getRetries() > 0) {
            assertThatThrownBy(() -> management.executeJob(job)).isInstanceOf(LetterNotDelivered.class);
        }
    }

    List<Job> jobs(ProcessInstance instance) {
        return engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).list();
    }

    Task task(ProcessInstance instance, String element) {
        return engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).taskDefinitionKey(element).singleResult();
    }

    List<String> waitingAt(ProcessInstance instance) {
        return engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list().stream()
                .map(Task::getTaskDefinitionKey).sorted().toList();
    }

    long incidents(ProcessInstance instance) {
        return engine.getRuntimeService().createIncidentQuery().processInstanceId(instance.getId()).count();
    }

    /** Every text and every binary value in the engine's tables, with the place where it is found. */
    List<String> texts() {
        var texts = new ArrayList<String>();
        jdbc.sql("""
                select table_name, column_name from information_schema.columns where lower(table_schema) = 'public'
                  and lower(table_name) like 'act!_%' escape '!' and lower(table_name) not like 'act!_id!_%' escape '!'
                  and (lower(data_type) like '%character%' or lower(data_type) like '%binary%' or data_type = 'bytea')""")
                .query((row, number) -> List.of(row.getString(1), row.getString(2))).list().forEach(column ->
                        jdbc.sql("select \"%s\" from \"%s\" where \"%1$s\" is not null".formatted(column.get(1), column.get(0)))
                                .query((row, number) -> column + " " + text(row.getObject(1), row.getBytes(1))).list().forEach(texts::add));
        return texts;
    }

    void assertNothingOf(List<String> personal, String output) {
        List<String> texts = texts();
        assertThat(texts).as("columns that are looked at").anyMatch(text -> text.contains("guest-onboarding"));
        personal.stream().map(word -> word.toLowerCase(Locale.ROOT)).forEach(word -> {
            assertThat(texts).as("the engine's tables").noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
            assertThat(output.lines()).as("the log").noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(word));
        });
    }

    private static String text(Object value, byte[] bytes) {
        return value instanceof String text ? text : new String(bytes, StandardCharsets.UTF_8);
    }
}
