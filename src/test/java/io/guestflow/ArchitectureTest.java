package io.guestflow;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packages = "io.guestflow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern NO_CODE = Pattern.compile("\\s*|\\s*(/\\*\\*|\\*|//).*|(import|package) .*");
    private static final int LONGEST_DELEGATE = 20;
    private static final int READING_THE_INVITATION = 5;

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching("io.guestflow.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EVERY_ARROW_BETWEEN_PACKAGES_POINTS_TO_GUEST = slices().matching("io.guestflow.(*)..").should().notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage("io.guestflow.guest"));

    @ArchTest
    static final ArchRule GUESTS_KNOW_NEITHER_ENGINE_NOR_WEB_NOR_SQL = noClasses().that().resideInAPackage("io.guestflow.guest..").should()
            .dependOnClassesThat().resideInAnyPackage("org.camunda..", "org.springframework.web..", "org.springframework.http..",
                    "org.springframework.mail..", "org.springframework.security..", "jakarta..", "java.sql..", "javax.sql..",
                    "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule FEW_PACKAGES_KNOW_THE_ENGINE = noClasses().that()
            .resideOutsideOfPackages("io.guestflow.onboarding..", "io.guestflow.cockpit..", "io.guestflow.security..")
            .should().dependOnClassesThat().resideInAnyPackage("org.camunda.bpm..");

    /** Each replaces a part that the engine lets replace, whose type lies among the internals. */
    @ArchTest
    static final ArchRule THREE_CLASSES_KNOW_THE_ENGINES_INTERNALS = noClasses().that().doNotHaveSimpleName("FailedLetters")
            .and().doNotHaveSimpleName("KeptHistory").and().doNotHaveSimpleName("EngineIds")
            .should().dependOnClassesThat().resideInAnyPackage("org.camunda.bpm.engine.impl..");

    @ArchTest
    static final ArchRule CLASSES_ARE_NAMED_AFTER_WHAT_THEY_ARE = noClasses().should().haveNameMatching(".*(Utils?|Impl|Helper)");

    @ArchTest
    static final ArchRule COLLABORATORS_COME_BY_CONSTRUCTOR = noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule BEANS_KEEP_NO_STATE = fields().that().areDeclaredInClassesThat().areMetaAnnotatedWith(Component.class)
            .should().beFinal();

    @ArchTest
    static final ArchRule BOXES_ARE_HIDDEN_AND_HAVE_ONE_COLLABORATOR = classes().that(assignableTo(JavaDelegate.class).or(assignableTo(TaskListener.class)))
            .should().notBePublic().andShould(haveOneCollaborator());

    @ArchTest
    static final ArchRule BOXES_ARE_SMALL = classes().that(assignableTo(JavaDelegate.class).or(assignableTo(TaskListener.class))).should(beSmall());

    @ArchTest
    static void everyPackageSaysWhatItIs(JavaClasses all) {
        assertThat(all).extracting(JavaClass::getPackageName).filteredOn(name -> !name.equals("io.guestflow")).allSatisfy(
                name -> assertThat(source(name + ".package-info")).anyMatch(line -> line.startsWith("/**")));
    }

    private static ArchCondition<JavaClass> haveOneCollaborator() {
        return new ArchCondition<>("have one collaborator, besides an ObjectMapper in CreateGuest") {
            @Override
            public void check(JavaClass box, ConditionEvents events) {
                Stream<JavaField> fields = box.getFields().stream().filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !(box.getSimpleName().equals("CreateGuest") && field.getRawType().isEquivalentTo(ObjectMapper.class)));
                List<JavaField> collaborators = fields.toList();
                events.add(new SimpleConditionEvent(box, collaborators.size() == 1, box.getName() + " has " + collaborators));
            }
        };
    }

    private static ArchCondition<JavaClass> beSmall() {
        return new ArchCondition<>("have at most 20 lines of code, and a few more in CreateGuest, which reads the invitation") {
            @Override
            public void check(JavaClass box, ConditionEvents events) {
                long lines = source(box.getName()).filter(line -> !NO_CODE.matcher(line).matches()).count();
                int most = box.getSimpleName().equals("CreateGuest") ? LONGEST_DELEGATE + READING_THE_INVITATION : LONGEST_DELEGATE;
                events.add(new SimpleConditionEvent(box, lines <= most, box.getName() + " has " + lines + " lines of code"));
            }
        };
    }

    private static Stream<String> source(String name) {
        try {
            return Files.readAllLines(SOURCES.resolve(name.replace('.', '/') + ".java")).stream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
