package io.guestflow.onboarding;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/** Whatever has a name in a model has the same one in the program. */
class ModelNamesTest {

    private static final Pattern PREFIX =
            Pattern.compile("(StartEvent|EndEvent|UserTask|ReceiveTask|SubProcess|Gateway|Timer|Error|Message|Flow)_.+");
    private static final Pattern GENERATED = Pattern.compile(".*_[0-9a-z]{7}");

    @Test
    void everyModelIsLookedAtHere() {
        assertThat(Model.files()).extracting(File::getName)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Model.values()).map(model -> model.file() + ".bpmn").toList());
    }

    @ParameterizedTest
    @EnumSource
    void theFileTheProcessAndItsConstantHaveOneName(Model model) throws NoSuchFieldException {
        assertThat(model.all(Process.class)).hasSize(1);
        assertThat(model.process().getId()).isEqualTo(model.file()).isEqualTo(model.key());
        assertThat(model.process().getName()).isNotBlank();
        assertThat(model.process().isExecutable()).isTrue();
        assertThat(model.process().getCamundaVersionTag()).isEqualTo("1.0");
    }

    @ParameterizedTest
    @EnumSource
    void everyBoxHasAClassOfItsName(Model model) {
        model.all(FlowNode.class).stream().filter(node -> !PREFIX.matcher(node.getId()).matches()).forEach(box -> {
            String name = box.getId().replaceFirst("_.*", "");
            assertThat(box).as(box.getId()).isInstanceOf(ServiceTask.class);
            assertThat(((ServiceTask) box).getCamundaDelegateExpression()).isEqualTo("${" + name + "}");
            assertThat(beans(JavaDelegate.class)).containsEntry(name, name);
        });
    }

    @Test
    void everyClassOfABoxIsDrawnSomewhere() {
        assertThat(beans(JavaDelegate.class).keySet()).isEqualTo(drawn(ServiceTask.class, ServiceTask::getCamundaDelegateExpression));
        assertThat(beans(TaskListener.class).keySet())
                .isEqualTo(drawn(CamundaTaskListener.class, CamundaTaskListener::getCamundaDelegateExpression));
        beans(JavaDelegate.class).forEach((bean, type) -> assertThat(bean).isEqualTo(type));
        beans(TaskListener.class).forEach((bean, type) -> assertThat(bean).isEqualTo(type));
    }

    @ParameterizedTest
    @EnumSource
    void everyIdIsSpoken(Model model) {
        model.all(BaseElement.class).stream().map(BaseElement::getId).filter(id -> id != null)
                .forEach(id -> assertThat(id).doesNotMatch(GENERATED).doesNotContain("sid-"));
        model.all(SequenceFlow.class).forEach(flow -> assertThat(flow.getId()).startsWith("Flow_"));
        model.all(UserTask.class).forEach(task -> assertThat(task.getId()).startsWith("UserTask_"));
        model.all(Gateway.class).forEach(gateway -> assertThat(gateway.getId()).startsWith("Gateway_"));
    }

    @ParameterizedTest
    @EnumSource
    void everyFormThatAModelNamesExists(Model model) {
        Stream.concat(model.all(UserTask.class).stream().map(UserTask::getCamundaFormKey),
                        model.all(StartEvent.class).stream().map(StartEvent::getCamundaFormKey)).filter(key -> key != null)
                .forEach(key -> assertThat(new File(key.replaceFirst("^embedded:deployment:", ""))).as(key).isFile());
        model.all(UserTask.class).forEach(task -> assertThat(task.getCamundaFormKey() == null).as(task.getId())
                .isEqualTo(task.getCamundaFormRef() != null));
    }

    @Test
    void messagesErrorsAndElementsAreTheConstantsOfTheProgram() {
        assertThat(Model.allConstants("Messages")).isEqualTo(names(Message.class, Message::getName));
        assertThat(Model.allConstants("Errors")).isEqualTo(names(Error.class, Error::getErrorCode));
        for (Model model : Model.values()) {
            assertThat(model.constants("Messages")).isEqualTo(model.all(Message.class).stream().map(Message::getName).collect(toSet()));
            assertThat(model.nodes()).containsAll(model.constants("Elements"));
        }
    }

    @Test
    void noVariableHidesABean() {
        assertThat(Model.allConstants("Variables")).doesNotContainAnyElementsOf(beans(JavaDelegate.class).keySet())
                .doesNotContain("deadlines", "inviters", "GivenAnswer");
    }

    /** Bean names of the package's components of this type, with their simple class names. */
    private static Map<String, String> beans(Class<?> type) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        return scanner.findCandidateComponents("io.guestflow.onboarding").stream().map(ModelNamesTest::load)
                .collect(toMap(found -> found.getAnnotation(Component.class).value(), Class::getSimpleName));
    }

    private static Class<?> load(BeanDefinition found) {
        try {
            return Class.forName(found.getBeanClassName());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T extends ModelElementInstance> Set<String> drawn(Class<T> type, Function<T, String> expression) {
        return names(type, element -> Model.named(expression.apply(element)));
    }

    private static <T extends ModelElementInstance> Set<String> names(Class<T> type, Function<T, String> name) {
        return Stream.of(Model.values()).flatMap(model -> model.all(type).stream()).map(name).collect(toCollection(TreeSet::new));
    }
}
