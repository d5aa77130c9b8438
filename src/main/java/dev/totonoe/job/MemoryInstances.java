package dev.totonoe.job;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.DefaultJobKeyGenerator;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.JobKeyGenerator;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.NoSuchJobException;
import org.springframework.batch.core.repository.dao.JobInstanceDao;

/// The job instances of this process. Safe for threads; what it gives is the caller's own.
final class MemoryInstances implements JobInstanceDao {
  /// @param key what the identifying parameters amount to
  private record Stored(long id, String name, String key) {
    JobInstance instance() {
      JobInstance instance = new JobInstance(id, name);
      instance.incrementVersion();
      return instance;
    }
  }

  private final JobKeyGenerator keys = new DefaultJobKeyGenerator();
  private final SortedMap<Long, Stored> byId = new TreeMap<>();
  private long lastId;

  /// @throws IllegalStateException when there is one of this name and these parameters
  @Override
  public synchronized JobInstance createJobInstance(String name, JobParameters parameters) {
    if (getJobInstance(name, parameters) != null) {
      throw new IllegalStateException(
          "job instance %s is there already for %s".formatted(name, parameters));
    }
    Stored stored = new Stored(++lastId, name, keys.generateKey(parameters));
    byId.put(stored.id(), stored);
    return stored.instance();
  }

  @Override
  public @Nullable JobInstance getJobInstance(String name, JobParameters parameters) {
    String key = keys.generateKey(parameters);
    return newestFirst(stored -> stored.name().equals(name) && stored.key().equals(key)).stream()
        .findFirst()
        .map(Stored::instance)
        .orElse(null);
  }

  @Override
  public synchronized @Nullable JobInstance getJobInstance(long id) {
    Stored stored = byId.get(id);
    return stored == null ? null : stored.instance();
  }

  @Override
  public @Nullable JobInstance getJobInstance(JobExecution execution) {
    return getJobInstance(execution.getJobInstanceId());
  }

  @Override
  public List<JobInstance> getJobInstances(String name, int start, int count) {
    return newestFirst(stored -> stored.name().equals(name)).stream()
        .skip(start)
        .limit(count)
        .map(Stored::instance)
        .toList();
  }

  @Override
  public @Nullable JobInstance getLastJobInstance(String name) {
    return getJobInstances(name, 0, 1).stream().findFirst().orElse(null);
  }

  @Override
  public List<Long> getJobInstanceIds(String name) {
    return newestFirst(stored -> stored.name().equals(name)).stream().map(Stored::id).toList();
  }

  @Override
  public List<String> getJobNames() {
    return newestFirst(_ -> true).stream().map(Stored::name).distinct().sorted().toList();
  }

  @Override
  @Deprecated
  @SuppressWarnings("removal") // still a method of the interface
  public List<JobInstance> findJobInstancesByName(String name, int start, int count) {
    return getJobInstances(name, start, count);
  }

  @Override
  public long getJobInstanceCount(String name) throws NoSuchJobException {
    long count = getJobInstanceIds(name).size();
    if (count == 0) {
      throw new NoSuchJobException("there is no instance of a job named " + name);
    }
    return count;
  }

  @Override
  public synchronized void deleteJobInstance(JobInstance instance) {
    byId.remove(instance.getId());
  }

  private synchronized List<Stored> newestFirst(Predicate<Stored> wanted) {
    return byId.reversed().values().stream().filter(wanted).toList();
  }
}
