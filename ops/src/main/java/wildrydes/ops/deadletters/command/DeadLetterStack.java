package wildrydes.ops.deadletters.command;

import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.MoveTasks;
import wildrydes.ops.deadletters.RideRecords;

/**
 * What the commands use of a stack.
 *
 * @param name the stack's
 */
public record DeadLetterStack(
    String name, DeadLetterQueues queues, RideRecords rides, MoveTasks moves) {}
