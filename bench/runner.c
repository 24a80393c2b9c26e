// usage: runner ROUNDS A... -- B...
// Runs two commands in turn (A B A B …), so that what else the machine does meets both alike, and prints their median
// time in µs and their peak memory in KB: `A-time B-time A-memory B-memory`. What the commands print is thrown away.
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char** environ;

static double run(char** command, long* peak) {
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t pid;
  if (posix_spawn(&pid, command[0], &quiet, NULL, command, environ) != 0) {
    perror(command[0]);
    exit(1);
  }
  int status;
  struct rusage usage;
  wait4(pid, &status, 0, &usage);
  clock_gettime(CLOCK_MONOTONIC, &end);
  posix_spawn_file_actions_destroy(&quiet);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    fprintf(stderr, "%s failed\n", command[0]);
    exit(1);
  }
  if (usage.ru_maxrss > *peak) *peak = usage.ru_maxrss;
  return (end.tv_sec - start.tv_sec) * 1e6 + (end.tv_nsec - start.tv_nsec) / 1e3;
}

static int ascending(const void* left, const void* right) {
  const double a = *(const double*)left, b = *(const double*)right;
  return (a > b) - (a < b);
}

int main(int argc, char** argv) {
  int split = 2;
  while (split < argc && strcmp(argv[split], "--") != 0) ++split;
  if (split == 2 || split + 1 >= argc) {
    fprintf(stderr, "usage: runner ROUNDS A... -- B...\n");
    return 2;
  }
  argv[split] = NULL;
  char** commands[2] = {argv + 2, argv + split + 1};
  const int rounds = atoi(argv[1]);
  long memory[2] = {0, 0};
  double* times[2] = {malloc(rounds * sizeof(double)), malloc(rounds * sizeof(double))};
  for (int round = -1; round < rounds; ++round)  // the first is to warm up
    for (int which = 0; which < 2; ++which) {
      const double time = run(commands[which], &memory[which]);
      if (round >= 0) times[which][round] = time;
    }
  for (int which = 0; which < 2; ++which) qsort(times[which], rounds, sizeof(double), ascending);
  printf("%.0f %.0f %ld %ld\n", times[0][rounds / 2], times[1][rounds / 2], memory[0], memory[1]);
}
