package nl.respijt.aanbieder;

import java.time.LocalDate;
import java.util.UUID;

/** What can come of recording until when a contract runs. */
public sealed interface ContractResultaat {
    /** From now on this holds. */
    record Vastgelegd(Aanbiedercontract contract) implements ContractResultaat {}

    /** This day with this source is what holds already: somebody pressed twice. */
    record AlVastgelegd(Aanbiedercontract contract) implements ContractResultaat {}

    /** Later than the options of this contract reach; {@code verlengbaarTot} is how far they do. */
    record NaDeOptie(LocalDate verlengbaarTot) implements ContractResultaat {}

    /** No such aanbieder, or it does not give this dienst. */
    record Onbekend(UUID aanbieder) implements ContractResultaat {}
}
