package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.guestflow.GuestflowTest;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GuestflowTest
class EngineIdsTest {

    @Autowired
    private TaskService tasks;

    @Test
    void rowsOfTheEngineHaveIdsThatSortByTime() {
        Task task = tasks.newTask();
        tasks.saveTask(task);
        tasks.deleteTask(task.getId(), true);

        assertThat(UUID.fromString(task.getId()).version()).isEqualTo(7);
    }
}
