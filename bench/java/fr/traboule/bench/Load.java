package fr.traboule.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some people who do the same thing again and again for a while, each as soon as they have the answer (a closed loop). */
final class Load {

    private Load() {}

    /** @param median and slow: 50th and 99th percentile, in milliseconds */
    record Result(double perSecond, double median, double slow) {}

    interface Act {

        void once() throws Exception;
    }

    static Result run(int people, Duration time, Act act) throws Exception {
        var nanos = new ConcurrentLinkedQueue<Long>();
        var end = System.nanoTime() + time.toNanos();
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(people)) {
            var work = new ArrayList<Callable<Integer>>();
            for (var person = 0; person < people; person++) {
                work.add(() -> {
                    while (System.nanoTime() < end) {
                        var before = System.nanoTime();
                        act.once();
                        nanos.add(System.nanoTime() - before);
                    }
                    return 0;
                });
            }
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        var took = (System.nanoTime() - start) / 1e9;
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Result(sorted.length / took, at(sorted, 0.5), at(sorted, 0.99));
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) (part * (sorted.length - 1))] / 1e6;
    }
}
