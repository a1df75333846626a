package fr.traboule.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.listener.lifecycle.JdbcLifecycleEventListenerAdapter;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The program in this process, on the data of the one that is measured, with an ear on every statement that it sends. */
public final class Recorder implements AutoCloseable {

    private final ConfigurableApplicationContext program;
    private final List<Recording.Step> steps = new ArrayList<>();
    private final int port;

    /** What somebody does with the program at that address. */
    public interface Visits {

        /** @return numbers and codes that the visit was given */
        Set<String> go(String url) throws Exception;
    }

    public Recorder(Path data, int port) throws ClassNotFoundException {
        this.port = port;
        var application = new SpringApplication(Class.forName("fr.traboule.Traboule"));
        application.addInitializers((ConfigurableApplicationContext context) -> context.getBeanFactory()
                .addBeanPostProcessor(new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                        return name.equals("appDataSource") ? heard((DataSource) bean) : bean;
                    }
                }));
        application.addInitializers((ConfigurableApplicationContext context) ->
                context.getBeanFactory().registerSingleton("withoutTheTests", new WithoutTheTests()));
        program = application.run(
                "--server.port=" + port,
                "--traboule.data=" + data,
                "--db-scheduler.enabled=false",
                "--spring.flyway.enabled=false");
    }

    /** Only what ships is the program: the module of the tests stands on the same class path. */
    private static final class WithoutTheTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WithoutTheTests;
        }

        @Override
        public int hashCode() {
            return WithoutTheTests.class.hashCode();
        }
    }

    /** The statements of the second of two such visits: caches are warm, as they are in a day's work. */
    public Recording record(Visits visits) throws Exception {
        visits.go(url());
        synchronized (steps) {
            steps.clear();
        }
        var since = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var signs = visits.go(url());
        synchronized (steps) {
            return new Recording(List.copyOf(steps), since, signs);
        }
    }

    private String url() {
        return "http://localhost:" + port;
    }

    private DataSource heard(DataSource database) {
        return ProxyDataSourceBuilder.create(database)
                .listener(new Statements())
                .listener(new Transactions())
                .build();
    }

    private void add(Recording.Step step) {
        synchronized (steps) {
            steps.add(step);
        }
    }

    private final class Statements implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            for (var query : queries) {
                add(new Recording.Execute(
                        query.getQuery(),
                        query.getParametersList().stream()
                                .map(List::<ParameterSetOperation>copyOf)
                                .collect(Collectors.toUnmodifiableList())));
            }
        }
    }

    private final class Transactions extends JdbcLifecycleEventListenerAdapter {

        @Override
        public void afterSetAutoCommit(MethodExecutionContext call) {
            if (call.getMethodArgs()[0].equals(false)) {
                add(new Recording.Begin());
            }
        }

        @Override
        public void afterCommit(MethodExecutionContext call) {
            add(new Recording.Commit());
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
