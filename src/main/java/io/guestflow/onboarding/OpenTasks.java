package io.guestflow.onboarding;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the user task of an instance in the engine's table. The engine's own query is put together anew for each of its fifty conditions and takes
 * as long as completing the task; and each of its queries, a native one as well, is a transaction where there is none.
 */
@Component
class OpenTasks {

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OpenTask> find(String processInstance, String element) {
        return jdbc.sql("select id_, proc_def_id_ from act_ru_task where proc_inst_id_ = :instance and task_def_key_ = :element")
                .param("instance", processInstance).param("element", element)
                .query((row, number) -> new OpenTask(row.getString("id_"), row.getString("proc_def_id_"), element)).optional();
    }
}
