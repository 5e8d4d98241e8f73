package io.guestflow.onboarding;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever reads a model sees everything there is to it. */
class ModelDrawingTest {

    @ParameterizedTest
    @EnumSource
    void everyNodeAndFlowIsDrawn(Model model) {
        assertThat(model.all(BpmnShape.class).stream().map(shape -> shape.getBpmnElement().getId()).collect(toSet())).isEqualTo(model.nodes());
        assertThat(model.all(BpmnEdge.class).stream().map(edge -> edge.getBpmnElement().getId()).collect(toSet())).isEqualTo(model.flows());
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
                assertThat(model.constants("Variables")).contains(Model.named(condition.getTextContent())));
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
    void noModelHoldsCode(Model model) {
        assertThat(model.all(ScriptTask.class)).isEmpty();
        assertThat(model.all(CamundaScript.class)).isEmpty();
        model.all(ServiceTask.class).forEach(task -> {
            assertThat(task.getCamundaClass()).as(task.getId()).isNull();
            assertThat(task.getCamundaExpression()).as(task.getId()).isNull();
        });
        model.all(ConditionExpression.class).forEach(condition -> assertThat(condition.getTextContent()).matches(Model.NAMING));
        assertThat(model.all(Activity.class)).allSatisfy(box -> assertThat(box.getLoopCharacteristics()).isNull());
    }
}
