package io.guestflow.onboarding;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

class GuestOnboardingModelTest {

    private static final Pattern PREFIX =
            Pattern.compile("(StartEvent|EndEvent|UserTask|ReceiveTask|SubProcess|Gateway|Timer|Error|Message|Flow)_.+");
    private static final Pattern GENERATED = Pattern.compile(".*_[0-9a-z]{7}");
    private static final Pattern DELEGATE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Set<String> MODELLED_SAVE_POINTS = Set.of("SendInvitation", "SendInvitation_Again", "SendLetter");

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
    void historyOfGuestsIsForgottenInTime(Model model) {
        assertThat(model.process().getCamundaHistoryTimeToLiveString()).isEqualTo(model == Model.LETTER_DELIVERY ? "P7D" : "P180D");
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
    void everyNodeButAMergeOrParallelGatewayHasALabel(Model model) {
        model.all(FlowNode.class).stream().filter(node -> !(node instanceof Gateway)).forEach(
                node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
        model.all(Gateway.class).forEach(gateway -> {
            boolean question = gateway instanceof ExclusiveGateway && gateway.getOutgoing().size() > 1;
            assertThat(gateway.getName() != null).as(gateway.getId()).isEqualTo(question);
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyGatewayAsksOneQuestionWithALabelledAnswerAndOneDefault(Model model) {
        model.all(ExclusiveGateway.class).stream().filter(gateway -> gateway.getOutgoing().size() > 1).forEach(gateway -> {
            assertThat(gateway.getName()).endsWith("?");
            assertThat(gateway.getOutgoing()).extracting(SequenceFlow::getName).containsExactlyInAnyOrder("yes", "no");
            assertThat(gateway.getDefault().getName()).isEqualTo("no");
            assertThat(gateway.getOutgoing()).filteredOn(flow -> flow.getConditionExpression() == null).containsExactly(gateway.getDefault());
        });
        model.all(ConditionExpression.class).forEach(condition ->
                assertThat(model.constants("Variables")).contains(name(condition.getTextContent())));
    }

    @ParameterizedTest
    @EnumSource
    void splitsAndMergesAreDrawnApart(Model model) {
        model.all(Gateway.class).forEach(gateway ->
                assertThat(Math.min(gateway.getIncoming().size(), gateway.getOutgoing().size())).as(gateway.getId()).isEqualTo(1));
        model.all(FlowNode.class).stream().filter(node -> !(node instanceof Gateway)).forEach(node -> {
            assertThat(node.getIncoming().size()).as(node.getId()).isLessThanOrEqualTo(1);
            assertThat(node.getOutgoing().size()).as(node.getId()).isLessThanOrEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void savePointsStandBeforeLettersOnly(Model model) {
        model.all(FlowNode.class).forEach(node -> {
            assertThat(node.isCamundaAsyncBefore()).as(node.getId()).isEqualTo(MODELLED_SAVE_POINTS.contains(node.getId()));
            assertThat(node.isCamundaAsyncAfter()).as(node.getId()).isFalse();
            assertThat(node.isCamundaExclusive()).as(node.getId()).isTrue();
        });
    }

    @Test
    void aReminderOrResendOrRequestLeavesTheTaskOpenAndEverythingElseClosesIt() {
        assertThat(boundaries(false)).containsExactlyInAnyOrder("Timer_ReminderDue", "Message_ResendRequested", "Message_NewInvitationRequested");
        assertThat(boundaries(true)).containsExactlyInAnyOrder("Error_MailAddressRejected", "Error_MailAddressRejected_Reminder",
                "Error_MailAddressRejected_Again", "Error_MailAddressRejected_Letter", "Timer_RetentionOver", "Message_GuestInvitedAgain",
                "Message_LetterRecovered");
    }

    @Test
    void anExpiryOrARemovalInterruptsTheWholeOnboarding() {
        assertThat(Model.GUEST_ONBOARDING.all(SubProcess.class)).hasSize(2).allSatisfy(part -> {
            assertThat(part.triggeredByEvent()).isTrue();
            assertThat(part.getChildElementsByType(StartEvent.class)).singleElement().satisfies(start -> assertThat(start.isInterrupting()).isTrue());
        });
    }

    @Test
    void timersAskTheGuestsOwnDates() {
        assertThat(timers(Model.GUEST_ONBOARDING)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "Timer_ReminderDue", "timeCycle ${deadlines.reminder(execution)}",
                "StartEvent_InvitationExpired", "timeDate ${deadlines.expiry(execution)}"));
        assertThat(timers(Model.GUEST_REMOVAL))
                .containsExactlyInAnyOrderEntriesOf(Map.of("Timer_RetentionOver", "timeDate ${deadlines.retentionOver(execution)}"));
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
    void onlyTheGuestMayAnswerSoThatTheirTaskHasNoCandidates() {
        UserTask review = Model.GUEST_ONBOARDING.element(GuestOnboarding.Elements.REVIEW_PERMISSIONS);

        assertThat(review.getCamundaFormRef()).isEqualTo("review-permissions");
        assertThat(review.getCamundaFormRefBinding()).isEqualTo("deployment");
        assertThat(new File("forms", "review-permissions.form")).isFile();
        assertThat(review.getCamundaCandidateGroupsList()).isEmpty();
        assertThat(review.getCamundaCandidateUsersList()).isEmpty();
        assertThat(review.getCamundaAssignee()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherTaskGoesToTheAdministrators(Model model) {
        model.all(UserTask.class).stream().filter(task -> !task.getId().equals(GuestOnboarding.Elements.REVIEW_PERMISSIONS))
                .forEach(task -> assertThat(task.getCamundaCandidateGroupsList()).as(task.getId())
                        .containsExactlyInAnyOrder("user-administrators", "global-administrators"));
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

    @ParameterizedTest
    @EnumSource
    void everyNodeAndFlowIsDrawn(Model model) {
        assertThat(model.all(BpmnShape.class).stream().map(shape -> shape.getBpmnElement().getId()).collect(toSet())).isEqualTo(model.nodes());
        assertThat(model.all(BpmnEdge.class).stream().map(edge -> edge.getBpmnElement().getId()).collect(toSet())).isEqualTo(model.flows());
    }

    @ParameterizedTest
    @EnumSource
    void noModelHoldsCode(Model model) {
        assertThat(model.all(ScriptTask.class)).isEmpty();
        assertThat(model.all(CamundaScript.class)).isEmpty();
        model.all(ServiceTask.class).forEach(task -> {
            assertThat(task.getCamundaClass()).as(task.getId()).isNull();
            assertThat(task.getCamundaExpression()).as(task.getId()).isNull();
        });
        model.all(ConditionExpression.class).forEach(condition -> assertThat(condition.getTextContent()).matches(DELEGATE));
        assertThat(model.all(Activity.class)).allSatisfy(box -> assertThat(box.getLoopCharacteristics()).isNull());
    }

    /** Bean names of the package's components of this type, with their simple class names. */
    private static Map<String, String> beans(Class<?> type) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        return scanner.findCandidateComponents("io.guestflow.onboarding").stream().map(GuestOnboardingModelTest::load)
                .collect(toMap(found -> found.getAnnotation(Component.class).value(), Class::getSimpleName));
    }

    private static Class<?> load(BeanDefinition found) {
        try {
            return Class.forName(found.getBeanClassName());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T extends ModelElementInstance> Set<String> drawn(
            Class<T> type, Function<T, String> expression) {
        return names(type, element -> name(expression.apply(element)));
    }

    private static <T extends ModelElementInstance> Set<String> names(
            Class<T> type, Function<T, String> name) {
        return Stream.of(Model.values()).flatMap(model -> model.all(type).stream()).map(name).collect(toCollection(TreeSet::new));
    }

    private static String name(String expression) {
        Matcher matcher = DELEGATE.matcher(expression);
        return matcher.matches() ? matcher.group(1) : expression;
    }

    private static Collection<String> boundaries(boolean interrupting) {
        return Stream.of(Model.values()).flatMap(model -> model.all(BoundaryEvent.class).stream())
                .filter(event -> event.cancelActivity() == interrupting).map(BaseElement::getId).toList();
    }

    private static Map<String, String> timers(Model model) {
        return model.all(TimerEventDefinition.class).stream().collect(toMap(
                timer -> ((BaseElement) timer.getParentElement()).getId(),
                timer -> timer.getTimeCycle() != null ? "timeCycle " + timer.getTimeCycle().getTextContent()
                        : "timeDate " + timer.getTimeDate().getTextContent()));
    }
}
