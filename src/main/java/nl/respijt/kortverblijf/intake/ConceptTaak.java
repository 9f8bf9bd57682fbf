package nl.respijt.kortverblijf.intake;

import jakarta.inject.Singleton;
import java.time.LocalTime;
import nl.respijt.tijd.Taak;

/** Lets intakes lapse that nobody went on with. */
@Singleton
final class ConceptTaak implements Taak {
    private final Concepten concepten;

    ConceptTaak(Concepten concepten) {
        this.concepten = concepten;
    }

    @Override
    public String naam() {
        return "laat-concepten-vervallen";
    }

    @Override
    public LocalTime tijdstip() {
        return LocalTime.of(4, 20);
    }

    @Override
    public void voerUit() {
        concepten.laatVervallen();
    }
}
