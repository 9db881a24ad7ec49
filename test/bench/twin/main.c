/*
 * Reads a plan and the input values of some blocks of draws, runs them, and prints for every measure and month the sum
 * over all draws with an answer and how many have none; then the CPU time of each pass over the blocks, milliseconds.
 *
 * Usage: twin FILE PASSES
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kernel.h"

static void *read_records(FILE *file, size_t count, size_t size) {
  void *records = malloc(count * size + 1);
  if (records == NULL || fread(records, size, count, file) != count) {
    fprintf(stderr, "The file ends before its records do.\n");
    exit(1);
  }
  return records;
}

static void read_deal(FILE *file, Deal *deal) {
  Terms *terms = read_records(file, 1, sizeof(Terms));
  deal->terms = *terms;
  free(terms);
  deal->phases = read_records(file, deal->terms.phases, sizeof(Phase));
  deal->members = read_records(file, deal->terms.members, sizeof(TakeOver));
  deal->services = read_records(file, deal->terms.services, sizeof(Service));
  deal->slices = read_records(file, deal->terms.slices, sizeof(Slot));
  deal->instruments = read_records(file, deal->terms.instruments, sizeof(Instrument));
}

static Plan read_plan(FILE *file) {
  Plan plan;
  Counts *counts = read_records(file, 1, sizeof(Counts));
  plan.counts = *counts;
  free(counts);
  if (plan.counts.lanes != LANES) {
    fprintf(stderr, "The file has blocks of %d draws, the program of %d.\n", plan.counts.lanes, LANES);
    exit(1);
  }
  plan.generations = read_records(file, plan.counts.generations, sizeof(Generation));
  plan.deals = malloc(plan.counts.deals * sizeof(Deal));
  for (int d = 0; d < plan.counts.deals; d++) read_deal(file, &plan.deals[d]);
  plan.hours = read_records(file, plan.counts.months, sizeof(double));
  return plan;
}

static double cpu_time(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* Runs all blocks, each copied to the same place first as the caller of a kernel does; returns the time of the runs. */
static double pass(const Plan *plan, Run *run, const double *blocks, double *values, double *sums, int32_t *missing) {
  size_t size = (size_t)plan->counts.inputs * LANES;
  int months = plan->counts.months;
  double time = 0;
  for (int b = 0; b < plan->counts.blocks; b++) {
    memcpy(values, blocks + b * size, size * sizeof(double));
    double started = cpu_time();
    run_block(plan, run, values);
    time += cpu_time() - started;
    for (int i = 0; sums != NULL && i < MEASURES * months; i++) {
      EACH_LANE(l) {
        double value = run->results[i / months][i % months * LANES + l];
        if (isnan(value)) missing[i]++;
        else sums[i] += value;
      }
    }
  }
  return time;
}

int main(int count, char **words) {
  FILE *file = count == 3 ? fopen(words[1], "rb") : NULL;
  if (file == NULL) {
    fprintf(stderr, "Usage: twin FILE PASSES\n");
    return 1;
  }
  Plan plan = read_plan(file);
  size_t size = (size_t)plan.counts.inputs * LANES;
  double *blocks = read_records(file, plan.counts.blocks * size, sizeof(double));
  fclose(file);
  double *values = aligned_alloc(64, size * sizeof(double));
  int figures = MEASURES * plan.counts.months;
  double *sums = calloc(figures, sizeof(double));
  int32_t *missing = calloc(figures, sizeof(int32_t));
  if (values == NULL || sums == NULL || missing == NULL) return 1;
  Run *run = create_run(&plan);
  pass(&plan, run, blocks, values, sums, missing);
  for (int i = 0; i < figures; i++) printf("%.17g %d\n", sums[i], missing[i]);
  for (int p = 0; p < atoi(words[2]); p++) printf("%.6f\n", pass(&plan, run, blocks, values, NULL, NULL));
  return 0;
}
