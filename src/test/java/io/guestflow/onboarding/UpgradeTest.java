package io.guestflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Nodes of several releases on one database; each restart of the engine is a node that knows nothing yet. */
class UpgradeTest {

    private static final String OLD = "0.9.0";
    private static final String NEW = "0.10.0";

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private ProcessEngine engine;

    @BeforeEach
    void startNode() {
        var source = new DriverManagerDataSource(database);
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setApplicationContext(new StaticApplicationContext());
        configuration.setDataSource(source);
        configuration.setTransactionManager(new DataSourceTransactionManager(source));
        engine = configuration.setDatabaseSchemaUpdate("true").setJobExecutorDeploymentAware(true)
                .setProcessEngineName(UUID.randomUUID().toString()).buildProcessEngine();
    }

    @AfterEach
    void stopNode() {
        engine.close();
    }

    @Test
    void aReleaseDeploysItsModelsOnceHoweverOftenItStarts() throws IOException {
        deploy(OLD);
        deploy(OLD);

        assertThat(deployments()).isEqualTo(1);
    }

    @Test
    void aNewReleaseDeploysItsModels() throws IOException {
        deploy(OLD);
        deploy(NEW);

        assertThat(deployments()).isEqualTo(2);
    }

    @Test
    void aNodeOfTheReleaseBeforeThatStartsAgainLeavesTheNewerModelsInForce() throws IOException {
        deploy(OLD);
        deploy(NEW);
        deploy(OLD);

        assertThat(deployments()).isEqualTo(2);
    }

    @Test
    void jobsOfTheReleaseBeforeGoOnWhenItsNodesAreGone() throws IOException {
        deploy(OLD);
        restart();
        deploy(NEW);

        register(NEW);

        assertThat(engine.getManagementService().getRegisteredDeployments()).hasSize(2);
    }

    @Test
    void aNodeOfTheReleaseBeforeLeavesTheNewerModelsJobsAlone() throws IOException {
        deploy(OLD);
        deploy(NEW);
        restart();

        register(OLD);

        assertThat(engine.getManagementService().getRegisteredDeployments()).hasSize(1);
    }

    @Test
    void everyNodeRunsTheJobsOfWhatSomebodyHasDeployedThroughOneOfThem() {
        Deployment people = engine.getRepositoryService().createDeployment().name("campaign").addModelInstance("campaign.bpmn",
                Bpmn.createExecutableProcess("campaign").camundaHistoryTimeToLive(1).startEvent().endEvent().done()).deploy();
        restart();

        register(OLD);

        assertThat(engine.getManagementService().getRegisteredDeployments()).containsExactly(people.getId());
    }

    @Test
    void aNodeThatEndsTakesUpNoMoreJobs() throws IOException {
        deploy(OLD);

        JobsInReach jobs = jobs(OLD);
        jobs.letGo();
        jobs.register();

        assertThat(engine.getManagementService().getRegisteredDeployments()).isEmpty();
    }

    @Test
    void aSearchForJobsThatIsUnderWayWhenTheNodeEndsIsFinishedAsItBegan() throws IOException {
        deploy(OLD);
        Set<String> ofTheSearch = registered();

        jobs(OLD).letGo();

        assertThat(ofTheSearch).hasSize(1);
    }

    @Test
    void aSearchForJobsThatIsUnderWayWhenAnotherModelComesIntoReachIsFinishedAsItBegan() throws IOException {
        deploy(OLD);
        restart();
        deploy(NEW);
        Set<String> ofTheSearch = registered();

        register(NEW);

        assertThat(ofTheSearch).hasSize(1);
        assertThat(engine.getManagementService().getRegisteredDeployments()).hasSize(2);
    }

    private void restart() {
        stopNode();
        startNode();
    }

    private void deploy(String release) throws IOException {
        new ModelDeployment(engine.getRepositoryService(), deploymentsOf(release), new PathMatchingResourcePatternResolver()).afterPropertiesSet();
    }

    private void register(String release) {
        jobs(release).register();
    }

    /** What a search for jobs reads, itself and no copy. */
    private Set<String> registered() {
        return ((SpringProcessEngineConfiguration) engine.getProcessEngineConfiguration()).getRegisteredDeployments();
    }

    private JobsInReach jobs(String release) {
        return new JobsInReach(engine, deploymentsOf(release));
    }

    private Deployments deploymentsOf(String release) {
        var build = new Properties();
        build.setProperty("version", release);
        return new Deployments(engine.getRepositoryService(), new BuildProperties(build));
    }

    private long deployments() {
        return engine.getRepositoryService().createDeploymentQuery().count();
    }
}
