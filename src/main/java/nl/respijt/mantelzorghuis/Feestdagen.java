package nl.respijt.mantelzorghuis;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** The Dutch public holidays, on which houses are closed unless somebody opens one on purpose. */
@Singleton
final class Feestdagen {
    private final HolidayManager kalender =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));

    /** Good Friday is kept by few and a working day for most: the calendar calls it an observance, and so do we. */
    boolean isFeestdag(LocalDate datum) {
        return kalender.isHoliday(datum, HolidayType.PUBLIC_HOLIDAY);
    }
}
