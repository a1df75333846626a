package fr.traboule.web;

import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What a page costs beside merely copying its characters: texts looked up and filled, layout, escaping. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RenderBenchmark {

    private final Page page = Kit.page(Language.FR);
    private final String rendered = page();

    static void main() throws RunnerException {
        new Runner(new OptionsBuilder().include(RenderBenchmark.class.getName()).build()).run();
    }

    @Benchmark
    public String page() {
        return Kit.render("failure", Map.of("page", page, "failure", "notFound"));
    }

    @Benchmark
    public String copy() {
        var output = new StringOutput();
        output.writeContent(rendered);
        return output.toString();
    }
}
