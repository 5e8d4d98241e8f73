package io.guestflow.onboarding;

import java.io.File;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The process models of the program, as files, with the classes that hold their names. */
enum Model {

    GUEST_ONBOARDING("guest-onboarding", GuestOnboarding.class),
    GUEST_REMOVAL("guest-removal", GuestRemoval.class),
    LETTER_DELIVERY("letter-delivery", LetterDelivery.class),
    FAILED_LETTER("failed-letter", FailedLetter.class);

    /** An expression that names one bean or one variable and does nothing else. */
    static final Pattern NAMING = Pattern.compile("\\$\\{(\\w+)}");

    private final String file;
    private final Class<?> names;
    private final BpmnModelInstance content;

    Model(String file, Class<?> names) {
        this.file = file;
        this.names = names;
        this.content = Bpmn.readModelFromFile(new File("bpmn", file + ".bpmn"));
    }

    String file() {
        return file;
    }

    Process process() {
        return all(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return content.getModelElementsByType(type);
    }

    <T extends ModelElementInstance> T element(String id) {
        return content.getModelElementById(id);
    }

    Set<String> nodes() {
        return all(FlowNode.class).stream().map(FlowNode::getId).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> flows() {
        return all(SequenceFlow.class).stream().map(SequenceFlow::getId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values of the constants in {@code kind}, for example "Messages"; none if the program knows no names of this kind. */
    Set<String> constants(String kind) {
        return Stream.of(names.getDeclaredClasses()).filter(nested -> nested.getSimpleName().equals(kind))
                .flatMap(nested -> Stream.of(nested.getDeclaredFields())).map(Model::text).collect(Collectors.toCollection(TreeSet::new));
    }

    String key() throws NoSuchFieldException {
        return text(names.getDeclaredField("KEY"));
    }

    /** The bean or the variable that the expression names; the whole expression if it does more. */
    static String named(String expression) {
        Matcher matcher = NAMING.matcher(expression);
        return matcher.matches() ? matcher.group(1) : expression;
    }

    static Set<String> allConstants(String kind) {
        return Stream.of(values()).flatMap(model -> model.constants(kind).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    static List<File> files() {
        return Arrays.asList(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn")));
    }

    private static String text(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
