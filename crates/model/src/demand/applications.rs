//! The uses of magnets: which series counts each, which composition it has, which parameter holds its magnet mass.

use crate::data::{Param, Series};
use crate::inputs::Use;

macro_rules! applications {
    ($($(#[$doc:meta])* $name:ident = $key:literal [$($series:ident),*] $used:ident $mass:expr;)+) => {
        /// A use of magnets.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Application { $($(#[$doc])* $name),+ }
        impl Application {
            /// All of them, modelled ones first.
            pub const ALL: [Self; [$(Self::$name),+].len()] = [$(Self::$name),+];
            /// The key in links, files and commands.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }
            /// The yearly series that count its units; none where there is no evidence.
            #[must_use]
            pub const fn series(self) -> &'static [Series] {
                match self { $(Self::$name => &[$(Series::$series),*]),+ }
            }
            /// Which composition its magnets have.
            #[must_use]
            pub const fn used(self) -> Use {
                match self { $(Self::$name => Use::$used),+ }
            }
            /// The parameter that holds its magnet mass per unit; `None` where the mass is worked out.
            #[must_use]
            pub const fn mass(self) -> Option<Param> {
                match self { $(Self::$name => $mass),+ }
            }
        }
    };
}

applications! {
    /// Battery-electric cars.
    CarBev = "car-bev" [CarBev] Motor None;
    /// Plug-in hybrid cars.
    CarPhev = "car-phev" [CarPhev] Motor None;
    /// Fuel-cell cars.
    CarFcev = "car-fcev" [CarFcev] Motor None;
    /// Electric vans.
    Van = "van" [VanBev, VanPhev, VanFcev] Motor Some(Param::VanMagnetKg);
    /// Electric buses.
    Bus = "bus" [BusBev, BusPhev, BusFcev] Motor Some(Param::BusMagnetKg);
    /// Electric trucks.
    Truck = "truck" [TruckBev, TruckPhev, TruckFcev] Motor Some(Param::TruckMagnetKg);
    /// Wind turbines on land.
    WindOnshore = "wind-onshore" [Wind] Turbine None;
    /// Wind turbines at sea.
    WindOffshore = "wind-offshore" [Wind] Turbine None;
    /// Industrial robots.
    Robot = "robot" [Robot] Other Some(Param::RobotMagnetKg);
    /// Humanoid robots.
    Humanoid = "humanoid" [Humanoid] Other Some(Param::HumanoidMagnetKg);
    /// Electric power steering.
    Steering = "steering" [Steering] Other Some(Param::SteeringMagnetKg);
    /// Electric bicycles: no yearly number in the evidence.
    EBike = "e-bike" [] Other Some(Param::EBikeMagnetKg);
    /// Inverter air conditioners: no magnet mass in the evidence.
    AirConditioner = "air-conditioner" [] Other Some(Param::AirConditionerMagnetKg);
    /// Elevators: no magnet mass in the evidence.
    Elevator = "elevator" [] Other Some(Param::ElevatorMagnetKg);
    /// Telephones: no magnet mass in the evidence.
    Phone = "phone" [] Other Some(Param::PhoneMagnetKg);
    /// Hard disks: no magnet mass in the evidence.
    HardDisk = "hard-disk" [] Other Some(Param::HardDiskMagnetKg);
    /// Loudspeakers and headphones: nothing in the evidence.
    Loudspeaker = "loudspeaker" [] Other Some(Param::LoudspeakerMagnetKg);
    /// Magnetic resonance scanners: nothing in the evidence.
    Mri = "mri" [] Other Some(Param::MriMagnetKg);
    /// Electric aircraft that take off upright: nothing in the evidence.
    Evtol = "evtol" [] Other Some(Param::EvtolMagnetKg);
    /// Drones: nothing in the evidence.
    Drone = "drone" [] Other Some(Param::DroneMagnetKg);
}

impl Application {
    /// The application with this key.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.key() == key)
    }

    /// Whether the evidence has a number of units for some year.
    #[must_use]
    pub const fn is_modelled(self) -> bool {
        !self.series().is_empty()
    }

    /// Whether its units are megawatts.
    #[must_use]
    pub const fn counts_megawatts(self) -> bool {
        matches!(self, Self::WindOnshore | Self::WindOffshore)
    }
}
