package nl.respijt.demo;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import nl.respijt.instellingen.Instellingen;

/** Holds in demo mode only. */
public final class AlleenInDemo implements Condition {
    @Override
    public boolean matches(ConditionContext context) {
        return context.getBean(Instellingen.class).demo();
    }
}
